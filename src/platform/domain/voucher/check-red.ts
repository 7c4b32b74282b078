import { amountsOf, differences, negated } from './amounts.ts';
import type { CheckFacts } from './check-facts.ts';
import { voucherFault } from './faults.ts';
import { voucherName } from './keys.ts';
import type { Bill, Voucher, VoucherFault } from './voucher.ts';

/** A red voucher 冲红票 points to its original and is its negative. */
export const redFaults = (facts: CheckFacts, bill: Bill): VoucherFault[] => {
  const { relElecSetlCertNo: no, relElecSetlCertCode: code = '' } = bill.billInfo;
  if (no === undefined) return [voucherFault('red-without-original')];
  const { original, originalBill } = facts;
  if (!originalBill || original?.state !== 'normal') {
    return [voucherFault('red-original-unknown', voucherName({ code, no }))];
  }
  const stopped = notToBeTakenBack(original, facts);
  if (stopped) return [stopped];
  return [
    ...differences(amountsOf(bill.billInfo), negated(amountsOf(originalBill.billInfo))).map((row) =>
      voucherFault('red-differs', ...row),
    ),
    ...sameFaults(facts, original),
  ];
};

const notToBeTakenBack = (original: Voucher, { upload }: CheckFacts): VoucherFault | undefined => {
  const name = voucherName(original);
  if (original.red) return voucherFault('red-of-red', name);
  const own = voucherName({ code: upload.relation.elecSetlCertCode ?? '', no: upload.relation.elecSetlCertNo });
  const before = upload.again && voucherName(upload.again);
  const by = original.redBy && voucherName(original.redBy);
  // Sent again by 4905, a red voucher meets an original that it has already taken back itself.
  if (original.rhredFlag === '1' && (by === undefined || (by !== own && by !== before))) {
    return voucherFault('red-original-red', name, by ?? '财政部门');
  }
  return original.reimFlag === '1' ? voucherFault('red-original-reimbursed', name) : undefined;
};

/** What a red voucher and its original have in common: the kind, the person, the settlement or its refund. */
const sameFaults = ({ upload, settlement }: CheckFacts, original: Voucher): VoucherFault[] => {
  const { relation } = upload;
  const { relation: first } = original;
  const settled = settlement?.refundOf ?? relation.setlId;
  const compared: readonly [string, string, string][] = [
    ['凭证结算类型 certSetlType', relation.certSetlType, first.certSetlType],
    ['就诊类型 mdtrtType', relation.mdtrtType, first.mdtrtType],
    ['人员姓名 psnName', relation.psnName ?? '', first.psnName ?? ''],
    ['结算ID setlId（原结算或其退费）', settled ?? '', first.setlId ?? ''],
  ];
  return compared
    .filter(([, sent, expected]) => sent !== expected)
    .map(([name, sent, expected]) => voucherFault('red-differs', name, sent, expected));
};
