import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import { voucherName } from '../../../domain/voucher/keys.ts';
import type { Voucher } from '../../../domain/voucher/voucher.ts';

/** A voucher as the control API tells it: amounts in 分. */
export const shownVoucher = (voucher: Voucher) => {
  const { fixmedins_code, code, no, state, red, relation, rhredFlag, reimFlag, redBy, redOf, replacedBy } = voucher;
  return {
    name: voucherName(voucher),
    fixmedins_code, code, no, state, red,
    certSetlType: relation.certSetlType,
    billDate: relation.billDate,
    psnName: relation.psnName ?? null,
    setlId: relation.setlId ?? null,
    medfeeSumamt: relation.medfeeSumamt,
    rhredFlag, reimFlag,
    redBy: redBy ? voucherName(redBy) : null,
    redOf: redOf ? voucherName(redOf) : null,
    replacedBy: replacedBy ? voucherName(replacedBy) : null,
    versions: voucher.versions.map((version) => ({ ...version, receivedAt: dateTimeOf(version.receivedAt) })),
  }; // prettier-ignore
};
