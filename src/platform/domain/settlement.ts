import type { Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate, CivilDateTime } from '../../kernel/civil-time.ts';
import type { Fen } from '../../kernel/money.ts';
import type { ExplanationStep, FundRow, Shares } from '../../rules/benefit/settled.ts';
import type { Visitor } from './visit.ts';

/** Whose book a settlement stands in: the treatment place's, the national node's, the insured place's. */
export type Book = 'treatment' | 'national' | 'insured';

/** effective 有效; refunded 已退费: a refund stands against it; reversed 已冲正: as if it never was. */
export type SettlementState = 'effective' | 'refunded' | 'reversed';

/** What an accumulator 累计 or an account 个人账户 gained by a settlement; a refund carries the negatives. */
export type Movement =
  | { readonly kind: 'accumulator'; readonly cum_type_code: string; readonly period: string; readonly amount: Fen }
  | {
      readonly kind: 'account';
      readonly amount: Fen;
      /** Whose account, where it is a family member's 共济; absent = the person's own. */
      readonly holder?: AccountHolder;
    };

/** A personal account 个人账户, by person and insurance. */
export type AccountHolder = { readonly psn_no: string; readonly insutype: string };

/** A settlement or, with negative amounts and `refundOf`, its refund 退费. Written once; only its state changes. */
export type Settlement = {
  readonly book: Book;
  readonly setl_id: string;
  /** The settlement that this one refunds. */
  readonly refundOf?: string;
  readonly state: SettlementState;
  /** Who sent the message that made it (an institution, or a province), and its msgid: what a reversal names. */
  readonly sender: string;
  readonly infno: string;
  readonly msgid: string;
  /** msgid of the message that the treatment place sent on: what its own reversal names. */
  readonly relayedMsgid?: string;
  /**
   * Of the national book: a hospital of this sandbox made it, by a message of its own, so that the treatment book must
   * have it as well. Absent: a province's own system sent it, whose hospitals keep no book here.
   */
  readonly byHospital?: true;
  readonly mdtrt_id: string;
  readonly chrg_bchno?: string;
  /** Revision of the batch whose lines were settled: a later upload under its number is another batch. */
  readonly batchRevision?: number;
  /** National visit number 就诊流水号: new for every settlement of a visit. */
  readonly mdtrtsn?: string;
  readonly visitor: Visitor;
  readonly fixmedins_code: string;
  readonly mdtrtarea: Admdvs;
  readonly insuplc: Admdvs;
  readonly mdtrt_cert_type: string;
  readonly med_type: string;
  readonly dise_codg?: string;
  readonly dise_name?: string;
  readonly setl_time: CivilDateTime;
  /** Day of service, which picks the policy; the settlement year picks the accumulators. */
  readonly serviceDate: CivilDate;
  readonly shares: Shares;
  readonly funds: readonly FundRow[];
  /** Kept by the party that holds the person's accumulators; empty elsewhere. */
  readonly movements: readonly Movement[];
  /** 全额垫付: no fund paid, the person claims it back at home. Absent = no. */
  readonly fullAdvance?: boolean;
  readonly clr_optins: Admdvs;
  readonly clr_way: string;
  readonly clr_type: string;
  readonly invono?: string;
  readonly explanation: readonly ExplanationStep[];
};
