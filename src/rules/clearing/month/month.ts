import type { Admdvs } from '../../../kernel/admdvs.ts';
import { ZERO, type Fen } from '../../../kernel/money.ts';
import type { PairDue } from '../bills.ts';
import type { Period } from '../period.ts';

/**
 * A bill between two provinces. issued 待确认, rejected 有异议, confirmed 已确认, noticed 已发通知书, with-finance 已提交财政, part-paid
 * 部分付款, transferred 已付款, received 已到账.
 */
export type BillState =
  'issued' | 'rejected' | 'confirmed' | 'noticed' | 'with-finance' | 'part-paid' | 'transferred' | 'received';

export type Bill = PairDue & {
  readonly state: BillState;
  readonly paid: Fen;
  /** What the payee has reported as arrived; never more than was paid. */
  readonly received: Fen;
  /** Confirmed by silence: the payer let the day go by. */
  readonly silent?: boolean;
  /** Why the payer rejects it. */
  readonly reason?: string;
};

/** open 归集中, collected 已申报, generated 已生成, noticed 已发通知书, closed 已办结. */
export type Stage = 'open' | 'collected' | 'generated' | 'noticed' | 'closed';

/** The clearing of one month, as far as it has come. */
export type Month = { readonly period: Period; readonly stage: Stage; readonly bills: readonly Bill[] };

export const openMonth = (period: Period): Month => ({ period, stage: 'open', bills: [] });

/** A bill as it is generated. */
export const newBill = ({ payer, payee, due }: PairDue): Bill => ({
  payer, payee, due, state: 'issued', paid: ZERO, received: ZERO,
}); // prettier-ignore

/** What happens to a month. `payer` stands for all bills of a province: it confirms its table as a whole. */
export type MonthEvent =
  | { readonly kind: 'collect' }
  | { readonly kind: 'generate'; readonly bills: readonly PairDue[] }
  | { readonly kind: 'confirm' | 'submit'; readonly payer: Admdvs }
  | { readonly kind: 'reject'; readonly payer: Admdvs; readonly reason: string }
  /** The bills of a payer that rejected them, corrected. */
  | { readonly kind: 'correct'; readonly payer: Admdvs; readonly bills: readonly PairDue[] }
  /** The day of confirmation is over: who has said nothing has confirmed. */
  | { readonly kind: 'confirmation-over' }
  | { readonly kind: 'notice' }
  | { readonly kind: 'transfer'; readonly payer: Admdvs; readonly payee: Admdvs; readonly amount: Fen }
  /** The payee reports what has arrived so far. */
  | { readonly kind: 'receive'; readonly payer: Admdvs; readonly payee: Admdvs }
  | { readonly kind: 'close' };

/** Why an event is not possible now. */
export type MonthFault =
  | 'wrong-stage'
  | 'bill-unknown'
  | 'bill-state'
  | 'not-positive'
  | 'more-than-due'
  | 'nothing-arrived'
  | 'bill-repeated'
  | 'bills-rejected'
  | 'bills-unconfirmed'
  | 'bills-open';
