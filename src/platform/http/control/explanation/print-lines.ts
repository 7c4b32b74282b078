import { printScaled } from '../../../../kernel/decimal.ts';
import { sum, yuan, type Fen } from '../../../../kernel/money.ts';
import { percent } from '../../../../kernel/rate.ts';
import type { NamedLine } from './explanation.ts';

const LEVELS: Readonly<Record<NamedLine['chrgitm_lv'], string>> = { '01': '甲类', '02': '乙类', '03': '丙类' };

/** 费用分割: each line with its four parts, and their totals. Nothing where there are no lines. */
export const printLines = (lines: readonly NamedLine[]): string[] => {
  if (lines.length === 0) return [];
  const total = (part: (line: NamedLine) => Fen) => sum(lines.map(part));
  return [
    '费用明细，按就医地目录分割（金额单位：元）',
    ...lines.flatMap(printLine),
    ` 合计  ${yuan(total((line) => line.det_item_fee_sumamt))}，其中${parts(
      total((line) => line.fulamt_ownpay_amt),
      total((line) => line.overlmt_amt),
      total((line) => line.preselfpay_amt),
      total((line) => line.inscp_scp_amt),
    )}`,
  ];
};

const printLine = (line: NamedLine, index: number): string[] => {
  const { name, med_list_codg, cnt, pric, det_item_fee_sumamt, memo } = line;
  const split = parts(line.fulamt_ownpay_amt, line.overlmt_amt, line.preselfpay_amt, line.inscp_scp_amt);
  const reckoned = `${short(cnt, 4)} × ${short(pric, 6)} = ${yuan(det_item_fee_sumamt)}`;
  const ratio = line.chrgitm_lv === '02' ? `，先自付 ${percent(line.selfpay_prop)}` : '';
  return [
    `${String(index + 1).padStart(2)}. ${name ?? '目录外项目'}（${med_list_codg}）`,
    `    ${reckoned}；${LEVELS[line.chrgitm_lv]}${ratio}；${split}`,
    ...(memo === undefined ? [] : [`    ${memo}`]),
  ];
};

const parts = (ownpay: Fen, overLimit: Fen, first: Fen, inScope: Fen): string =>
  `全自费 ${yuan(ownpay)}，超限价 ${yuan(overLimit)}，先自付 ${yuan(first)}，政策范围内 ${yuan(inScope)}`;

/** `2.5000` → `2.5`: quantities and prices as people write them. */
const short = (units: number, scale: number): string => printScaled(units, scale).replace(/\.?0+$/, '');
