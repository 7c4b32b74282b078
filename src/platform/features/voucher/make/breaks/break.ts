import { present } from '../../../../../kernel/present.ts';
import type { CivilDate } from '../../../../../kernel/civil-time.ts';
import type { FaultName } from '../../../../domain/voucher/faults.ts';
import type { RefusalName } from '../../../../domain/refusals.ts';
import type { Bill, BillInfo, BillVisit, VoucherRelation } from '../../../../domain/voucher/voucher.ts';
import type { Draft, DraftVoucher } from '../draft.ts';
import type { Kind } from '../specimen.ts';

/** An error case: a batch that is wrong in one way. */
export type Break = {
  readonly name: string;
  /** What is wrong, in plain Chinese. */
  readonly means: string;
  /** What says so: the refusal of 4901, or the fault in 4902. */
  readonly refused?: RefusalName;
  readonly fault?: FaultName;
  /** For which kind of voucher; any where nothing is said. */
  readonly kind?: Kind;
  /** Shows after the plain voucher was uploaded and taken. */
  readonly afterwards?: true;
  /** Another voucher number for the same settlement. */
  readonly edition?: number;
  readonly broken?: (draft: Draft, today: CivilDate) => Draft;
};

/** The batch with its first voucher changed. */
export const first = (draft: Draft, change: (voucher: DraftVoucher) => DraftVoucher): Draft => ({
  ...draft,
  vouchers: draft.vouchers.map((voucher, index) => (index === 0 ? change(voucher) : voucher)),
});

type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Undefined takes a field away. */
const changed = <T extends object>(value: T, changes: Loose<T>): T => present({ ...value, ...changes }) as T;

export const ofRow = (draft: Draft, changes: Loose<VoucherRelation>): Draft =>
  first(draft, (voucher) => ({ ...voucher, relation: changed(voucher.relation, changes) }));

export const ofBill = (draft: Draft, change: (bill: Bill) => Bill): Draft =>
  first(draft, (voucher) => ({ ...voucher, bill: change(voucher.bill) }));

export const ofInfo = (draft: Draft, change: (info: BillInfo) => Loose<BillInfo>): Draft =>
  ofBill(draft, (bill) => ({ ...bill, billInfo: changed(bill.billInfo, change(bill.billInfo)) }));

export const ofVisit = (draft: Draft, changes: Loose<BillVisit>): Draft =>
  ofBill(draft, (bill) => ({ ...bill, mdtrtInfo: changed(bill.mdtrtInfo, changes) }));

export const ofSent = (draft: Draft, changes: Partial<Draft['sent']>): Draft => ({
  ...draft,
  sent: { ...draft.sent, ...changes },
});
