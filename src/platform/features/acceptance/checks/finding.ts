import type { Library } from '../../../domain/library.ts';
import type { Exchange } from '../evidence/exchange.ts';
import type { Population } from '../populations.ts';
import type { Side } from '../side.ts';

/** What a check found in some of the traffic. */
export type Finding = {
  /** In the unit of the check: messages, rows, persons of a population, runs. */
  readonly required: number;
  readonly seen: number;
  readonly evidence: readonly Exchange[];
  /** What lacks, one by one, in words. */
  readonly lacking: readonly string[];
  /** The first population that lacks. */
  readonly population?: Population;
  readonly note?: string;
  /**
   * Set where counting does not decide. omit: need not be verified; attested: only the province can say it; fail: what
   * came contradicts the requirement; skip: it cannot be verified.
   */
  readonly verdict?: 'omit' | 'attested' | 'fail' | 'skip';
};

/** Settlements of a province's own system held against what was expected of them 待遇验证. */
export type BenefitFinding = {
  /** Settlements that something was expected of. */
  readonly compared: readonly Exchange[];
  /** One sentence for each amount that differs. */
  readonly differences: readonly string[];
  /** Settlements of which nothing is expected. */
  readonly missing: readonly Exchange[];
};

export type BenefitCheck = (evidence: readonly Exchange[]) => BenefitFinding;

/** Where no expectation is known. */
export const nothingExpected: BenefitCheck = () => ({ compared: [], differences: [], missing: [] });

/** What checks need besides the traffic. */
export type Grounds = {
  readonly side: Side;
  readonly province: string;
  readonly library: Library;
  /** Day on which policies are asked. */
  readonly today: string;
  /** The residents are explained: the insured place has not opened them. */
  readonly residentsExcused: boolean;
  readonly benefit: BenefitCheck;
};

/** So many of what was seen, against so many demanded. */
export const counted = (required: number, seen: number, evidence: readonly Exchange[]): Finding => ({
  required,
  seen,
  evidence,
  lacking: seen < required ? [`还差 ${required - seen}`] : [],
});
