import { encode } from 'uqr';
import { yuan, ZERO } from '../../../../kernel/money.ts';
import { printScaled } from '../../../../kernel/decimal.ts';
import { AMOUNT_NAMES, amountsOf, type VoucherAmounts } from '../../../domain/voucher/amounts.ts';
import { qrText } from '../../../domain/voucher/qr.ts';
import type { Bill } from '../../../domain/voucher/voucher.ts';
import type { Specimen } from './specimen.ts';
import { element, escaped } from './xml.ts';

/** Millimetres: A4 across. */
export const PAGE = { width: 297, height: 210 };

type Line = { readonly text: string; readonly x: number; readonly y: number; readonly size: number };

/** So many fee lines fit; the XML has all of them. */
const LINES_SHOWN = 12;

const STYLE = { name: 'ofd:TextObject', code: 'ofd:TextCode', colour: 'ofd:FillColor' } as const;

/** The objects of the one page: title, numbers, amounts, fee lines, the QR code, and 样张 across all of it. */
export const pageObjects = (specimen: Specimen): string => {
  let id = 100;
  const next = () => String((id += 1));
  const texts = linesOf(specimen).map((line) => textObject(line, next(), '0 0 0'));
  const mark = textObject({ text: '样张', x: 90, y: 120, size: 40 }, next(), '220 40 40');
  return [...texts, mark, qrObject(specimen, next())].join('\n');
};

const linesOf = ({ fixmedins_name, bill }: Specimen): Line[] => {
  const { billInfo: info, mdtrtInfo: visit } = bill;
  const head = [
    `票据代码：${info.elecSetlCertCode ?? '无'}    票据号码：${info.elecSetlCertNo ?? ''}`,
    `校验码：${info.elecSetlCertChkcode ?? ''}    开票日期：${info.billDate ?? ''}`,
    `交款人：${info.psnName ?? ''}    就诊：${visit.begntime ?? ''} 至 ${visit.endtime ?? ''}`,
    `收款单位：${fixmedins_name}    结算ID：${visit.setlId ?? '无（全自费）'}`,
    ...(info.elecSetlCertFlag === '1' ? [`冲红票，原票据：${originalOf(bill)}`] : []),
  ];
  const small = [...head, ...amountLines(bill), ...feeLines(bill)];
  return [
    { text: '医疗收费电子结算凭证（沙箱样张，不是财政票据）', x: 70, y: 20, size: 7 },
    ...small.map((text, index) => ({ text, x: 20, y: 34 + index * 6.5, size: 4 })),
  ];
};

const originalOf = ({ billInfo }: Bill): string =>
  `${billInfo.relElecSetlCertCode ?? ''} ${billInfo.relElecSetlCertNo ?? ''}`.trim();

const amountLines = ({ billInfo }: Bill): string[] => {
  const amounts = amountsOf(billInfo);
  return (Object.keys(AMOUNT_NAMES) as (keyof VoucherAmounts)[]).map(
    (code) => `${(AMOUNT_NAMES[code].split(' ')[0] ?? '').trim()}：${yuan(amounts[code])} 元`,
  );
};

const feeLines = ({ feeDetl }: Bill): string[] => {
  const shown = feeDetl.slice(0, LINES_SHOWN).map(({ medListName, cnt = 0, pric = 0, detItemFeeSumamt = ZERO }) => {
    const times = `${printScaled(cnt, 4)} × ${printScaled(pric, 6)}`;
    return `${String(medListName ?? '')}    ${times}    ${yuan(detItemFeeSumamt)}`;
  });
  const rest = feeDetl.length - shown.length;
  return rest > 0 ? [...shown, `其余 ${rest} 行见结构化文件`] : shown;
};

/** Chinese characters are as wide as high, others half of it. */
const advances = (text: string, size: number): string =>
  [...text]
    .slice(1)
    .map((_, index) => (/[ -~]/.test([...text][index] ?? '') ? size / 2 : size))
    .join(' ');

const textObject = ({ text, x, y, size }: Line, ID: string, colour: string): string => {
  const Boundary = `${x} ${y - size} ${PAGE.width - x} ${size * 1.5}`;
  const deltas = advances(text, size);
  const place = { X: '0', Y: String(size), ...(deltas !== '' && { DeltaX: deltas }) };
  const content = `<${STYLE.colour} Value="${colour}"/>${element(STYLE.code, escaped(text), place)}`;
  return element(STYLE.name, content, { ID, Boundary, Font: '3', Size: String(size) });
};

const MODULE = 0.9;

/** Dark modules as squares of one filled path. */
const qrObject = ({ fixmedins_code, bill: { billInfo: info } }: Specimen, ID: string): string => {
  const { elecSetlCertCode: code = '', elecSetlCertNo: no = '', elecSetlCertChkcode: chkcode = '' } = info;
  const { billDate = '', medSumfee: total = ZERO } = info;
  const { data, size } = encode(qrText({ fixmedins_code, code, no, chkcode, billDate, total }), { ecc: 'M' });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [square(x, y)] : [])));
  const side = size * MODULE;
  const path = element('ofd:AbbreviatedData', squares.join(' '));
  const Boundary = `${PAGE.width - side - 15} 30 ${side} ${side}`;
  return element('ofd:PathObject', `<ofd:FillColor Value="0 0 0"/>${path}`, {
    ID, Boundary, Stroke: 'false', Fill: 'true',
  }); // prettier-ignore
};

const square = (x: number, y: number): string => {
  const [left, top, right, bottom] = [x, y, x + 1, y + 1].map((place) => Math.round(place * MODULE * 100) / 100);
  return `M ${left} ${top} L ${right} ${top} L ${right} ${bottom} L ${left} ${bottom} C`;
};
