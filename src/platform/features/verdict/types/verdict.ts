import type { Instant } from '../../../../kernel/civil-time.ts';
import type { Fen } from '../../../../kernel/money.ts';
import type { BookSource } from './his-book.ts';
import type { Deed, Injected, Says, Seen } from './ledger.ts';

/** What became of one case, the gravest first. All but the last two convict. */
export const VERDICTS = [
  'double-charged',
  'reversed-twice',
  'reversed-known-success',
  'orphan-on-platform',
  'orphan-in-his',
  'unresolved',
  'consistent',
] as const;

export type VerdictName = (typeof VERDICTS)[number];

/** The rules of unknown outcomes. */
export const RULES = [
  'one-charge',
  'one-reversal',
  'own-unknowns-only',
  'same-msgid',
  'back-off',
  'resolved-in-time',
  'sums-agree',
] as const;

export type RuleName = (typeof RULES)[number];

/** A rule that was broken, and by which exchanges. */
export type BrokenRule = { readonly rule: RuleName; readonly seqs: readonly number[]; readonly text: string };

/** Who is to blame for an exchange that failed. */
export const BLAMES = ['his', 'injected', 'approximation', 'ambiguous'] as const;

export type Blame = (typeof BLAMES)[number];

/** Whom a failed exchange is laid to, with the clause that says so. */
export type BlamedExchange = {
  readonly seq: number;
  readonly trace: string;
  readonly infno: string;
  readonly blame: Blame;
  readonly refusal?: string;
  readonly err_msg?: string;
  /** Where it is written, or which fault it was. */
  readonly clause: string;
};

/** One step of the evidence, in the order of the journal. */
export type EvidenceStep = {
  readonly seq: number;
  readonly trace: string;
  readonly at: Instant;
  readonly infno: string;
  readonly msgid: string;
  readonly deed: Deed;
  readonly says: Says;
  readonly seen: Seen;
  readonly faults: readonly Injected[];
  /** In one sentence of Chinese. */
  readonly text: string;
};

/** A business case: a charge batch of a visit, and whatever was charged in its place. */
export type Case = {
  readonly fixmedins_code: string;
  readonly mdtrt_id?: string;
  readonly chrg_bchno?: string;
  readonly psn_no?: string;
  readonly setl_ids: readonly string[];
  readonly msgids: readonly string[];
  readonly verdict: VerdictName;
  /** The verdict is one against the HIS. */
  readonly convicts: boolean;
  /** Why, in one sentence of Chinese. */
  readonly why: string;
  /** What stands in the platform's book, and what is known to stand in the HIS's. */
  readonly platform: Fen;
  readonly his: Fen;
  /** The HIS may have more or less than that: its answers leave it open, or it says so itself. */
  readonly unsure: boolean;
  /** Judged by the HIS's own book, not by what its messages let one think. */
  readonly byBook: boolean;
  readonly broken: readonly BrokenRule[];
  readonly evidence: readonly EvidenceStep[];
};

/** Sum over all keys: platform = HIS + explained + open, or the books do not agree. */
export type Sums = {
  readonly platform: Fen;
  readonly his: Fen;
  /** Differences of cases with a verdict. */
  readonly explained: Fen;
  /** Of cases of which nobody knows what the HIS has. */
  readonly open: Fen;
  /** What is left: 0 where the books agree. */
  readonly unexplained: Fen;
};

/** By what it is judged. Times are seconds of the virtual clock. */
export type VerdictTerms = {
  /** T: an unknown outcome must be resolved so soon. */
  readonly within: number;
  /** Resends of one message lie so far apart at least. */
  readonly backOff: number;
};

/** The verdict on the HIS of a workspace. `GET /_sandbox/verdict` answers it as it is, amounts in 分. */
export type Verdict = {
  readonly now: Instant;
  readonly terms: VerdictTerms;
  /** Where the HIS's own book is from. */
  readonly book: BookSource | 'inferred';
  /** Any case convicts, or the sums disagree. */
  readonly convicted: boolean;
  readonly counts: Readonly<Record<VerdictName, number>>;
  readonly sums: Sums;
  readonly cases: readonly Case[];
  readonly blames: readonly BlamedExchange[];
};
