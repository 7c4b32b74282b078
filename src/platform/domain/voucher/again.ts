import type { Party } from '../party.ts';
import { refuse, type Refusal, type RefusalName } from '../refusals.ts';
import { voucherName } from './keys.ts';
import type { SentAgain, Voucher } from './voucher.ts';

/** What `notAgain` may say. */
export const AGAIN_REFUSALS: readonly RefusalName[] = [
  'voucher-origin', 'voucher-unknown', 'voucher-checking', 'voucher-reimbursed', 'voucher-reversed', 'voucher-replaced',
  'voucher-renamed',
]; // prettier-ignore

/** Why a voucher cannot be sent again: 4905 corrects what came by 4901, checked already, and used by nobody yet. */
export const notAgain = (
  voucher: Voucher | undefined,
  again: SentAgain,
  way: string,
  to: { readonly code: string; readonly no: string },
  by: Party,
): Refusal | undefined => {
  if (way !== '1') return refuse(by, 'voucher-origin', way);
  const name = voucherName(again);
  if (!voucher) return refuse(by, 'voucher-unknown', name);
  if (again.renamed === (voucherName(to) === name)) return refuse(by, 'voucher-renamed', voucherName(to), name);
  if (voucher.replacedBy) return refuse(by, 'voucher-replaced', name, voucherName(voucher.replacedBy));
  if (voucher.reimFlag === '1') return refuse(by, 'voucher-reimbursed', name);
  if (voucher.rhredFlag === '1') return refuse(by, 'voucher-reversed', name);
  return voucher.versions.at(-1)?.state === 'received' ? refuse(by, 'voucher-checking', name) : undefined;
};
