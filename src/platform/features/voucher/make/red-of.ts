import { negate, ZERO, type Fen } from '../../../../kernel/money.ts';
import { asQuantity } from '../../../../kernel/quantity.ts';
import type { Settlement } from '../../../domain/settlement.ts';
import { amountsOf, negated } from '../../../domain/voucher/amounts.ts';
import type { Bill, BillLine, Voucher, VoucherRelation } from '../../../domain/voucher/voucher.ts';
import type { Numbers } from './numbers.ts';
import type { Specimen } from './specimen.ts';

/** The red voucher 冲红票 that takes an original back: its negative, pointing to it. */
export const redOf = (
  original: Voucher,
  { fixmedins_code, fixmedins_name, bill }: Pick<Specimen, 'fixmedins_code' | 'fixmedins_name' | 'bill'>,
  numbers: Numbers,
  refund: Settlement | undefined,
  billed: { readonly billDate: string; readonly billTime: string },
): Specimen => ({
  fixmedins_code,
  fixmedins_name,
  relation: redRelation(original.relation, numbers, refund, billed.billDate),
  bill: redBill(bill, original, numbers, refund, billed),
});

const negative = (amount: Fen | undefined): Fen => negate(amount ?? ZERO);

const redRelation = (
  { inscpAmt, hifpPay, ...relation }: VoucherRelation,
  { code, no, chkcode }: Numbers,
  refund: Settlement | undefined,
  billDate: string,
): VoucherRelation => ({
  ...relation,
  elecSetlCertCode: code,
  elecSetlCertNo: no,
  elecSetlCertChkcode: chkcode,
  billDate,
  medfeeSumamt: negate(relation.medfeeSumamt),
  ...(inscpAmt !== undefined && { inscpAmt: negate(inscpAmt) }),
  ...(hifpPay !== undefined && { hifpPay: negate(hifpPay) }),
  ...(refund && { setlId: refund.setl_id, setlTime: refund.setl_time }),
});

const redBill = (
  bill: Bill,
  original: Voucher,
  { code, no, chkcode }: Numbers,
  refund: Settlement | undefined,
  billed: { readonly billDate: string; readonly billTime: string },
): Bill => ({
  ...bill,
  billInfo: {
    ...bill.billInfo,
    ...billed,
    elecSetlCertCode: code,
    elecSetlCertNo: no,
    elecSetlCertChkcode: chkcode,
    elecSetlCertFlag: '1',
    ...(original.code !== '' && { relElecSetlCertCode: original.code }),
    relElecSetlCertNo: original.no,
    billAmt: negative(bill.billInfo.billAmt),
    ...negated(amountsOf(bill.billInfo)),
    psnSelfpay: negative(bill.billInfo.psnSelfpay),
    psnOwnpay: negative(bill.billInfo.psnOwnpay),
  },
  mdtrtInfo: { ...bill.mdtrtInfo, ...(refund && { setlId: refund.setl_id }) },
  feeDetl: bill.feeDetl.map(redLine),
});

/** A negative line keeps its price positive (rules of the interface document for withdrawn lines). */
const redLine = (line: BillLine): BillLine => ({
  ...line,
  ...(line.cnt !== undefined && { cnt: asQuantity(-line.cnt) }),
  detItemFeeSumamt: negative(line.detItemFeeSumamt),
});
