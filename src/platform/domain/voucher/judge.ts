import type { CivilDate } from '../../../kernel/civil-time.ts';
import { codeFaults, dateFaults, fieldFaults, isRedBill, sumFaults } from './check-bill.ts';
import type { CheckFacts } from './check-facts.ts';
import { redFaults } from './check-red.ts';
import { isRealTime, placeFaults, selfPayFaults, settlementFaults } from './check-settlement.ts';
import { voucherFault } from './faults.ts';
import { voucherName } from './keys.ts';
import type { Bill, Voucher, VoucherFault } from './voucher.ts';

/** All that is wrong with a voucher on a day; nothing: it is taken. */
export const faultsOf = (facts: CheckFacts, today: CivilDate): readonly VoucherFault[] => {
  const { upload } = facts;
  const stopped = changedMeanwhile(facts) ?? duplicate(facts);
  if (stopped) return [stopped];
  if (upload.fileFaults.length > 0 || !upload.bill) return upload.fileFaults;
  const codes = codeFaults(upload, upload.bill);
  return codes.length > 0 ? codes : contentFaults(facts, upload.bill, today);
};

const contentFaults = (facts: CheckFacts, bill: Bill, today: CivilDate): VoucherFault[] => {
  const { upload } = facts;
  const { fixmedinsCode: sent = '' } = bill.mdtrtInfo;
  const sums = sumFaults(bill);
  // Amounts that are out of range are compared with nothing.
  if (sums.some(({ fault }) => fault === 'amount-out-of-range')) return sums;
  return [
    ...(sent === upload.fixmedins_code ? [] : [voucherFault('institution-differs', sent, upload.fixmedins_code)]),
    ...fieldFaults(upload, bill),
    ...dateFaults(upload, bill, today),
    ...sums,
    ...placeFaults(facts),
    ...kindFaults(facts, bill),
  ];
};

const kindFaults = (facts: CheckFacts, bill: Bill): VoucherFault[] => {
  if (isRedBill(bill)) return redFaults(facts, bill);
  return isRealTime(facts.upload.relation) ? settlementFaults(facts, bill) : selfPayFaults(facts, bill);
};

const isOf = ({ versions }: Voucher, { upload }: CheckFacts): boolean =>
  versions.some((version) => version.upldBchno === upload.upldBchno && version.row === upload.row);

/** 4901 under a number that is there already; the same content once more is the same voucher, see `sameAgain`. */
const duplicate = (facts: CheckFacts): VoucherFault | undefined => {
  const { known, upload } = facts;
  if (!known || upload.again || isOf(known, facts) || sameAgain(facts)) return undefined;
  return voucherFault('voucher-duplicate', voucherName(known), known.versions[0]?.upldBchno ?? '');
};

/** The same voucher once more under another batch number: it gets the result of the first, and nothing changes. */
export const sameAgain = (facts: CheckFacts): boolean => {
  const { known, lastOfKnown, upload } = facts;
  if (!known || upload.again || isOf(known, facts)) return false;
  return lastOfKnown?.content === upload.content && lastOfKnown.checkedAt !== undefined;
};

/** Between 4905 and its check the voucher may have been used. */
const changedMeanwhile = ({ upload, before, known }: CheckFacts): VoucherFault | undefined => {
  if (!upload.again) return undefined;
  if (before?.reimFlag === '1') return voucherFault('used-meanwhile', '报销');
  if (before?.rhredFlag === '1') return voucherFault('used-meanwhile', '冲红');
  if (before && turned(before, upload.bill)) return voucherFault('flag-changed');
  return upload.again.renamed && known ? voucherFault('number-taken', voucherName(known)) : undefined;
};

/** True where a voucher that is in force would become a red one, no red one, or that of another original. */
const turned = (before: Voucher, bill: Bill | undefined): boolean => {
  if (!bill || before.state !== 'normal') return false;
  const { relElecSetlCertNo: no, relElecSetlCertCode: code = '' } = bill.billInfo;
  if (!before.red || !isRedBill(bill)) return before.red !== isRedBill(bill);
  return before.redOf?.no !== no || before.redOf?.code !== code;
};
