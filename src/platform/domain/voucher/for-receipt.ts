import type { Party } from '../party.ts';
import { refuse, type Refusal } from '../refusals.ts';
import type { DomainWrite } from '../write.ts';
import { voucherName } from './keys.ts';
import type { Voucher } from './voucher.ts';

/** The voucher that a receipt 票据 is: by the number that the person brings, with or without the code. */
export const voucherOfReceipt = (vouchers: readonly Voucher[], invono: string): Voucher | undefined =>
  vouchers.find((voucher) => voucher.state === 'normal' && [voucher.no, voucherName(voucher)].includes(invono));

/** Why a receipt with such a voucher is not paid for. */
export const receiptFault = (voucher: Voucher | undefined, invono: string, by: Party): Refusal | undefined => {
  if (voucher?.red === true || voucher?.rhredFlag === '1') return refuse(by, 'receipt-reversed', invono);
  return voucher?.reimFlag === '1' ? refuse(by, 'receipt-voucher-used', invono) : undefined;
};

/** What is paid by hand is marked: 5501 tells the hospital 已报销. */
export const reimbursedWrites = (voucher: Voucher | undefined): DomainWrite[] =>
  voucher ? [{ kind: 'voucher.put', voucher: { ...voucher, reimFlag: '1' } }] : [];
