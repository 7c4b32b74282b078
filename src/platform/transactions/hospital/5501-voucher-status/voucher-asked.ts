import type { Party } from '../../../domain/party.ts';
import { refuse, type Refusal } from '../../../domain/refusals.ts';
import { voucherName } from '../../../domain/voucher/keys.ts';
import type { Voucher } from '../../../domain/voucher/voucher.ts';
import type { Input } from './wire.gen.ts';

/** The one normal voucher that is meant, or why there is none to tell of. */
export const voucherAsked = (vouchers: readonly Voucher[], asked: Input, by: Party): Voucher | Refusal => {
  const { elecSetlCertCode: code, elecSetlCertNo: no } = asked;
  const named = voucherName({ code: code ?? '', no });
  const [voucher, other] = vouchers.filter((one) => isMeant(one, asked));
  if (!voucher || other) return refuse(by, 'voucher-unknown', named);
  if (voucher.replacedBy) return refuse(by, 'voucher-replaced', named, voucherName(voucher.replacedBy));
  if (voucher.state === 'received') return refuse(by, 'voucher-checking', named);
  if (voucher.state !== 'failed') return voucher;
  return refuse(by, 'voucher-failed', named, voucher.versions.at(-1)?.savFaleRea ?? '');
};

const isMeant = ({ code, relation }: Voucher, asked: Input): boolean =>
  (asked.elecSetlCertCode === undefined || asked.elecSetlCertCode === code) &&
  asked.elecSetlCertType === relation.elecSetlCertType &&
  (asked.elecSetlCertChkcode === undefined || asked.elecSetlCertChkcode === relation.elecSetlCertChkcode);
