import type { CivilDate } from '../../../kernel/civil-time.ts';
import { sum, yuan, ZERO, type Fen } from '../../../kernel/money.ts';
import { agrees } from '../../../kernel/quantity.ts';
import { isTooLarge } from '../largest-amount.ts';
import { AMOUNT_NAMES, amountsOf, partsOf, type VoucherAmounts } from './amounts.ts';
import { voucherFault } from './faults.ts';
import type { Bill, BillLine, VoucherFault, VoucherUpload } from './voucher.ts';

/** 电子结算凭证标识 of a red voucher. */
export const isRedBill = ({ billInfo }: Bill): boolean => billInfo.elecSetlCertFlag === '1';

/** Values that the document prints beside fields that name no code list (4901). */
const ALLOWED: readonly (readonly [code: 'elecSetlCertType' | 'certSetlType' | 'mdtrtType', name: string, string[]])[] =
  [
    ['elecSetlCertType', '电子结算凭证类型 elecSetlCertType', ['1', '2', '3']],
    ['certSetlType', '凭证结算类型 certSetlType', ['1', '2']],
    ['mdtrtType', '就诊类型 mdtrtType', ['1', '2']],
  ];

const FLAG = '电子结算凭证标识 elecSetlCertFlag';

export const codeFaults = ({ relation }: VoucherUpload, bill: Bill): VoucherFault[] => [
  ...ALLOWED.filter(([code, , allowed]) => !allowed.includes(relation[code])).map(([code, name, allowed]) =>
    voucherFault('code-invalid', name, relation[code], allowed.join('、')),
  ),
  ...(['0', '1'].includes(bill.billInfo.elecSetlCertFlag ?? '')
    ? []
    : [voucherFault('code-invalid', FLAG, bill.billInfo.elecSetlCertFlag ?? '', '0、1')]),
];

type Pair = readonly [name: string, sent: string | undefined, inBill: string | undefined, demanded: boolean];

const money = (amount: Fen | undefined): string | undefined => (amount === undefined ? undefined : yuan(amount));

/** What message and bill both say. Not demanded: compared only where both say it. */
const pairs = ({ relation: row }: VoucherUpload, { billInfo: bill, mdtrtInfo: visit }: Bill): readonly Pair[] => [
  ['电子结算凭证代码 elecSetlCertCode', row.elecSetlCertCode ?? '', bill.elecSetlCertCode ?? '', true],
  ['电子结算凭证号码 elecSetlCertNo', row.elecSetlCertNo, bill.elecSetlCertNo, true],
  ['电子结算凭证类型 elecSetlCertType', row.elecSetlCertType, bill.elecSetlCertType, true],
  ['凭证结算类型 certSetlType', row.certSetlType, bill.certSetlType, true],
  ['就诊类型 mdtrtType', row.mdtrtType, bill.mdtrtType, true],
  ['开票日期 billDate', row.billDate, bill.billDate, true],
  ['医疗费总额 medfeeSumamt', yuan(row.medfeeSumamt), money(bill.medSumfee), true],
  ['人员姓名 psnName', row.psnName, bill.psnName, true],
  ['证件号码 certno', row.certno, bill.certno, false],
  ['险种类型 insutype', row.insutype, bill.insutype, false],
  ['统筹基金支出 hifpPay', money(row.hifpPay), money(bill.hifpPay), false],
  ['结算ID setlId', row.setlId, visit.setlId, false],
];

const differs = ([, sent, inBill, demanded]: Pair): boolean =>
  sent !== inBill && (demanded || (sent !== undefined && inBill !== undefined));

export const fieldFaults = (upload: VoucherUpload, bill: Bill): VoucherFault[] => {
  const { elecSetlCertChkcode: sent = '' } = upload.relation;
  const { elecSetlCertChkcode: inBill = '' } = bill.billInfo;
  return [
    ...pairs(upload, bill)
      .filter(differs)
      .map(([name, one = '', other = '']) => voucherFault('field-differs', name, one, other)),
    ...(sent === inBill ? [] : [voucherFault('check-code-wrong', sent, inBill)]),
  ];
};

export const dateFaults = (upload: VoucherUpload, bill: Bill, today: CivilDate): VoucherFault[] => {
  const { billDate } = upload.relation;
  const { begntime, endtime } = bill.mdtrtInfo;
  return [
    ...(billDate > today ? [voucherFault('date-in-future', billDate, today)] : []),
    ...(billDate >= upload.from && billDate <= upload.to
      ? []
      : [voucherFault('date-outside', billDate, upload.from, upload.to)]),
    ...(begntime !== undefined && endtime !== undefined && endtime < begntime
      ? [voucherFault('visit-dates', begntime, endtime)]
      : []),
  ];
};

/** Amounts beyond a hundred million 元 are named before anything is added up. */
const outOfRange = (amounts: VoucherAmounts, { billInfo, feeDetl }: Bill): string | undefined => {
  const named = (Object.keys(AMOUNT_NAMES) as (keyof VoucherAmounts)[]).find((code) => isTooLarge(amounts[code]));
  if (named !== undefined) return AMOUNT_NAMES[named];
  if (isTooLarge(billInfo.billAmt ?? ZERO)) return '开票金额 billAmt';
  const line = feeDetl.findIndex(({ detItemFeeSumamt = ZERO }) => isTooLarge(detItemFeeSumamt));
  return line < 0 ? undefined : `费用明细第 ${line + 1} 行的金额`;
};

const lineFits = ({ cnt, pric, detItemFeeSumamt }: BillLine): boolean =>
  cnt === undefined || pric === undefined || detItemFeeSumamt === undefined || agrees(cnt, pric, detItemFeeSumamt);

/** The voucher in itself: parts, billed amount and lines are its total. */
export const sumFaults = (bill: Bill): VoucherFault[] => {
  const amounts = amountsOf(bill.billInfo);
  const large = outOfRange(amounts, bill);
  if (large !== undefined) return [voucherFault('amount-out-of-range', large)];
  const total = amounts.medSumfee;
  const billed = bill.billInfo.billAmt ?? ZERO;
  const lines = sum(bill.feeDetl.map(({ detItemFeeSumamt = ZERO }) => detItemFeeSumamt));
  const wrong = bill.feeDetl.findIndex((line) => !lineFits(line));
  return [
    ...(partsOf(amounts) === total ? [] : [voucherFault('parts-differ', total, partsOf(amounts))]),
    ...(billed === total ? [] : [voucherFault('bill-amount-differs', billed, total)]),
    ...(lines === total ? [] : [voucherFault('lines-differ', total, lines)]),
    ...(wrong < 0 ? [] : [voucherFault('line-wrong', wrong + 1)]),
    ...(total > 0 || isRedBill(bill) ? [] : [voucherFault('amount-negative', total)]),
  ];
};
