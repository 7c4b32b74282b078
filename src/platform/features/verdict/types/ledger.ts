import type { Instant } from '../../../../kernel/civil-time.ts';
import type { Fen } from '../../../../kernel/money.ts';
import type { DeliveryState } from '../../../domain/delivery.ts';
import type { SettlementState } from '../../../domain/settlement.ts';

/**
 * What the HIS can have of an answer. whole: it left unaltered; late: whole, but perhaps after the HIS had given up;
 * doubtful: altered, or nobody knows whether it left; none: it certainly did not arrive in a form that can be read.
 */
export type Seen = 'whole' | 'late' | 'doubtful' | 'none';

/**
 * What an answer says of the business: carried out; refused; unhandled: this message was not looked at (busy, not
 * signed in), which says nothing of an earlier copy of it; unknown: nobody knows yet 结果未知.
 */
export type Says = 'done' | 'not-done' | 'unhandled' | 'unknown';

/** What a message is about: a settlement 结算, a refund 退费, a reversal 冲正, a query 查询, anything else. */
export type Deed = 'charge' | 'refund' | 'reverse' | 'ask' | 'other';

/** A fault that struck an exchange. */
export type Injected = { readonly kind: string; readonly scope: string; readonly note?: string };

/** One message of a HIS, as the platform met it. */
export type LedgerEvent = {
  /** Number of the exchange in the journal, its trace and virtual time. */
  readonly seq: number;
  readonly trace: string;
  readonly at: Instant;
  readonly infno: string;
  readonly msgid: string;
  readonly fixmedins_code: string;
  readonly deed: Deed;
  readonly says: Says;
  /** Domain name of the refusal, and its text. */
  readonly refusal?: string;
  readonly err_msg?: string;
  /** Whether it changed anything: a repetition and a query do not. */
  readonly changed: boolean;
  readonly seen: Seen;
  readonly delivery?: DeliveryState;
  readonly faults: readonly Injected[];
  /** Sent by a fault in the place of another window, not by the HIS. */
  readonly copied: boolean;
  /** What the input names. */
  readonly mdtrt_id?: string;
  readonly chrg_bchno?: string;
  readonly setl_id?: string;
  readonly psn_no?: string;
  readonly amount?: Fen;
  /** Of a reversal: the message that it names. */
  readonly original?: { readonly infno: string; readonly msgid: string };
  /** Settlements that its answer told of. */
  readonly tells: readonly string[];
};

/** A settlement or refund in the platform's book (the treatment place's). */
export type LedgerSettlement = {
  readonly setl_id: string;
  /** The settlement that this one refunds. */
  readonly refundOf?: string;
  readonly state: SettlementState;
  readonly infno: string;
  readonly msgid: string;
  readonly fixmedins_code: string;
  readonly mdtrt_id: string;
  readonly chrg_bchno: string;
  readonly psn_no: string;
  /** 医疗费总额; a refund's is negative. */
  readonly amount: Fen;
  /** The same for the same goods and services: of two charges of one purchase. */
  readonly content: string;
};

/** Everything that the verdict rests on, oldest first. */
export type Ledger = {
  readonly now: Instant;
  readonly events: readonly LedgerEvent[];
  readonly settlements: readonly LedgerSettlement[];
};
