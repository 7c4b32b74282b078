import type { Admdvs } from '../../../../kernel/admdvs.ts';
import type { CivilDate, CivilDateTime } from '../../../../kernel/civil-time.ts';
import type { Fen } from '../../../../kernel/money.ts';
import type { Balances } from '../../../../rules/clearing/bills.ts';
import type { CooperationRequest } from '../../../../rules/clearing/cooperation.ts';
import type { Finding, PaperBill } from '../../../../rules/clearing/inquiry.ts';
import type { Month } from '../../../../rules/clearing/month/month.ts';
import type { Period } from '../../../../rules/clearing/period.ts';
import type { Entry, EntryVerdict } from '../../../../rules/clearing/reconcile.ts';
import type { ClearingTable, ProvinceSums } from '../../../../rules/clearing/table.ts';
import type { SettlementState } from '../../settlement.ts';
import type { ClearingFault } from './fault.ts';

/**
 * The table of a month as it was generated 清算表. Its own record, for it is long. Only the bills of a payer that rejects
 * them are corrected, while the next table is not there.
 */
export type GeneratedTable = {
  readonly table: ClearingTable;
  /** Balances below zero that came from the month before, and those that go on to the next one. */
  readonly before: Balances;
  readonly left: Balances;
};

/** The clearing of a month, and when each step was done. */
export type ClearedMonth = Month & { readonly done: readonly { readonly step: string; readonly at: CivilDateTime }[] };

/**
 * With whose book the nation's is compared: that of the treatment place (its hospitals, or the list of its province),
 * or that of the insured place.
 */
export type DayLeg = 'treatment' | 'insured';

/** How a row does not agree. state-differs: refunded 已退费 with one party alone. */
export type DayVerdict = Exclude<EntryVerdict, 'agree'> | 'state-differs';

/** A row as a party has it. */
export type DayEntry = Entry & { readonly state?: Exclude<SettlementState, 'reversed'> };

/** A row on which the nation and another party do not agree; against each other party it stands on its own. */
export type DayDifference = {
  readonly setl_id: string;
  readonly verdict: DayVerdict;
  /** The other party, and its province. */
  readonly leg: DayLeg;
  readonly party: Admdvs;
  /** As the nation has it, and as the other party has it. */
  readonly ours?: DayEntry;
  readonly theirs?: DayEntry;
  /** Who lacks it had it once, and has reversed it 已冲正. */
  readonly reversed?: true;
  /** Found too late to keep it out: it is cleared in this month, which is collected. */
  readonly clearedIn?: Period;
};

/** The reconciliation 对账 of a day in one treatment province: the nation with hospitals and insured places. */
export type DayStatement = {
  readonly date: CivilDate;
  readonly province: Admdvs;
  /** Numbers that any of the books has. */
  readonly rows: number;
  readonly agreed: number;
  /** Of the rows those that the province sent itself: no hospital of this sandbox has a list to compare with. */
  readonly unlisted: number;
  /** Of the rows those whose insured place is a system of its own: its book is not here. */
  readonly unlistedInsured: number;
  readonly differing: readonly DayDifference[];
  readonly at: CivilDateTime;
};

/** A row that is kept out of clearing because its day did not agree, until it is released into a month. */
export type Withheld = {
  readonly setl_id: string;
  readonly date: CivilDate;
  readonly verdict: DayVerdict;
  readonly leg: DayLeg;
  readonly party: Admdvs;
  readonly releasedInto?: Period;
};

/** An audit deduction 审核扣款 that was entered. */
export type KeptDeduction = {
  readonly id: string;
  readonly setl_id: string;
  readonly amount: Fen;
  /** The month in whose tables it stands. */
  readonly period: Period;
  readonly reason: string;
  /**
   * Entered into a table that its payer has rejected: counts once the bills are corrected, and otherwise in the next
   * table.
   */
  readonly pending?: true;
};

/** A request of the cooperation module 业务协同, with what was said. */
export type KeptRequest = CooperationRequest & {
  readonly id: string;
  readonly setl_id?: string;
  /** Of urgent: how much more the payer is to prepay. */
  readonly amount?: Fen;
  /** Of an inquiry: the paper bill that it asks about. */
  readonly bill?: PaperBill;
  readonly text: string;
  readonly answers: readonly RequestAnswer[];
};

/** What was said to a request; `finding` where an inquiry was answered. */
export type RequestAnswer = {
  readonly at: CivilDateTime;
  readonly event: string;
  readonly text: string;
  readonly finding?: Finding;
};

/** A prepayment quota 预付金额度 of a year: what a payer has prepaid to a treatment province. */
export type Quota = {
  readonly year: string;
  readonly payer: Admdvs;
  readonly payee: Admdvs;
  readonly amount: Fen;
  /** By the figures of the last quarter, or by hand. */
  readonly set: 'reckoned' | 'by-hand';
};

/**
 * An adjustment of prepayments 预付金额度调整, with its 付款通知书 and 收款通知书: the bills go the way of a month's, from notice to
 * arrival. `period` is the month of the notice.
 */
export type PrepaymentRound = ClearedMonth & {
  readonly id: string;
  readonly year: string;
  /** deposit: payers prepay more; return: treatment provinces give back, and are the payers of the bills. */
  readonly kind: 'deposit' | 'return';
  /** annual: at the beginning of a year; urgent 紧急调增; by-hand: a quota that was set, its money is there at once. */
  readonly reason: 'annual' | 'urgent' | 'by-hand';
  readonly noticedOn: CivilDate;
};

/** Settlements and refunds of a year that nobody confirmed in time 逾期未清算, by treatment province. */
export type LapsedSums = { readonly province: Admdvs; readonly rows: number; readonly due: Fen };

/** The end of a year 年终清算: what was cleared of its fees, and what was not. */
export type ClosedYear = {
  readonly year: string;
  readonly closedAt: CivilDateTime;
  /** The months whose tables hold fees of the year. */
  readonly months: readonly Period[];
  readonly lines: number;
  readonly provinces: readonly ProvinceSums[];
  readonly lapsed: readonly LapsedSums[];
  /** Balances below zero that its last table left: they go on to bills of the next year. */
  readonly left: Balances;
  /** Rows of the year whose day never agreed: they are still kept out. */
  readonly withheld: number;
};

/** What the nation keeps of clearing, by kind and key: aggregates that are read and written whole. */
export type ClearingRecords = {
  /** By month. */
  readonly month: ClearedMonth;
  readonly table: GeneratedTable;
  /** By day and province, `2026-09-01 440000`. */
  readonly day: DayStatement;
  /** By number of the settlement or refund. */
  readonly withheld: Withheld;
  /** By number: what came when the month of its time was collected already, until it is filed. */
  readonly late: { readonly setl_id: string };
  readonly deduction: KeptDeduction;
  readonly request: KeptRequest;
  readonly fault: ClearingFault;
  /** By year, payer and payee, `2026 440000 610000`. */
  readonly quota: Quota;
  /** By id, which begins with the year. */
  readonly prepayment: PrepaymentRound;
  readonly year: ClosedYear;
};

export type ClearingKind = keyof ClearingRecords;

/** A record as it is written. */
export type ClearingPut = {
  [Kind in ClearingKind]: { readonly record: Kind; readonly key: string; readonly body: ClearingRecords[Kind] };
}[ClearingKind];

/** Looks records up, one by its key, or those with a key from here to there, both included, by key. */
export type RecordReader = {
  readonly clearingRecord: <Kind extends ClearingKind>(kind: Kind, key: string) => ClearingRecords[Kind] | undefined;
  readonly clearingRecords: <Kind extends ClearingKind>(
    kind: Kind,
    from: string,
    to: string,
  ) => readonly ClearingRecords[Kind][];
};
