import { placeName, placeOf, reach } from '../../../kernel/admdvs.ts';
import { add, yuan } from '../../../kernel/money.ts';
import type { Settlement } from '../settlement.ts';
import { amountsOf, differences, settledAmounts } from './amounts.ts';
import type { CheckFacts } from './check-facts.ts';
import { voucherFault } from './faults.ts';
import { voucherName } from './keys.ts';
import type { Bill, Voucher, VoucherFault, VoucherRelation } from './voucher.ts';

/** 实时结算: the voucher names the settlement that was paid by insurance. */
export const isRealTime = ({ certSetlType }: VoucherRelation): boolean => certSetlType === '1';

const placed = (code: string | undefined): string => (code === undefined ? '' : placeOf(code));
const inWords = (place: string): string => `${place}（${placeName(place)}）`;

/** Where it was and where the person is insured: 就医地 is the institution's, 参保地 that of the settlement. */
export const placeFaults = ({ upload, institution, settlement }: CheckFacts): VoucherFault[] => {
  const { mdtrtareaAdmdvs, insuplcAdmdvs, ...relation } = upload.relation;
  const own = placeOf(institution.admdvs);
  const wrongArea =
    placed(mdtrtareaAdmdvs) === own
      ? []
      : [voucherFault('place-wrong', '就医地医保区划 mdtrtareaAdmdvs', mdtrtareaAdmdvs ?? '', inWords(own))];
  if (!isRealTime(relation) || !settlement || placed(insuplcAdmdvs) === placeOf(settlement.insuplc)) return wrongArea;
  const far = reach(settlement.mdtrtarea, settlement.insuplc) === 'cross-province';
  const missing = insuplcAdmdvs === undefined && far;
  const insured = inWords(placeOf(settlement.insuplc));
  return [
    ...wrongArea,
    missing
      ? voucherFault('insured-place-missing')
      : voucherFault('place-wrong', '参保地医保区划 insuplcAdmdvs', insuplcAdmdvs ?? '', insured),
  ];
};

/** 全自费: no settlement, nothing paid by fund or account. */
export const selfPayFaults = ({ upload }: CheckFacts, bill: Bill): VoucherFault[] => {
  const { setlId } = upload.relation;
  const { hifpPay, psnAcctPay } = amountsOf(bill.billInfo);
  return [
    ...(setlId === undefined ? [] : [voucherFault('settlement-not-wanted', setlId)]),
    ...(hifpPay === 0 && psnAcctPay === 0 ? [] : [voucherFault('self-pay-funds', add(hifpPay, psnAcctPay))]),
  ];
};

const CANCELLED = { refunded: '退费', reversed: '冲正' } as const;

/** A real-time settled voucher says what its settlement says, to the 分. */
export const settlementFaults = (facts: CheckFacts, bill: Bill): VoucherFault[] => {
  const { relation } = facts.upload;
  const { setlId, setlTime } = relation;
  if (setlId === undefined || setlTime === undefined) return [voucherFault('settlement-missing')];
  const { settlement } = facts;
  if (!settlement) return [voucherFault('settlement-unknown', setlId)];
  if (settlement.refundOf !== undefined) return [voucherFault('settlement-is-refund', setlId)];
  if (settlement.state !== 'effective') {
    return [voucherFault('settlement-cancelled', setlId, CANCELLED[settlement.state])];
  }
  const other = otherVoucher(facts);
  return [
    ...(other ? [voucherFault('settlement-has-voucher', setlId, voucherName(other))] : []),
    ...factsDiffer(relation, settlement).map((row) => voucherFault('settlement-differs', ...row)),
    ...differences(amountsOf(bill.billInfo), settledAmounts(settlement)).map((row) =>
      voucherFault('settlement-differs', ...row),
    ),
  ];
};

/** Another voucher that stands for the same settlement: normal, not taken back, and not the one that comes again. */
const otherVoucher = ({ upload, ofSettlement, before }: CheckFacts): Voucher | undefined =>
  ofSettlement.find(
    (voucher) =>
      voucher.state === 'normal' &&
      !voucher.red &&
      voucher.rhredFlag === '0' &&
      !(voucher.no === upload.relation.elecSetlCertNo && voucher.code === (upload.relation.elecSetlCertCode ?? '')) &&
      !(voucher.no === before?.no && voucher.code === before.code),
  );

/** Person, time and amounts of the row, where it says them. */
const factsDiffer = (row: VoucherRelation, settlement: Settlement): [string, string, string][] => {
  const { visitor, shares, setl_time } = settlement;
  const compared: readonly [string, string | undefined, string][] = [
    ['人员编号 psnNo', row.psnNo, visitor.psn_no],
    ['人员姓名 psnName', row.psnName, visitor.psn_name],
    ['证件号码 certno', row.certno, visitor.certno],
    ['险种类型 insutype', row.insutype, visitor.insutype],
    ['结算时间 setlTime', row.setlTime, setl_time],
    ['符合范围金额 inscpAmt', row.inscpAmt === undefined ? undefined : yuan(row.inscpAmt), yuan(shares.inscp_scp_amt)],
    ['医疗费总额 medfeeSumamt', yuan(row.medfeeSumamt), yuan(shares.medfee_sumamt)],
  ];
  return compared.flatMap(([name, sent, settled]) =>
    sent === undefined || sent === settled ? [] : [[name, sent, settled] as [string, string, string]],
  );
};
