import { must } from '../../../kernel/assert.ts';
import { FILINGS, type Benefit, type Case, type Cases, type Filing, type When } from '../case.ts';

/** What is known of the visits that a text speaks of; everything else stays a condition. */
export type Known = {
  readonly benefit: Benefit;
  readonly disease?: string;
  /** The class 病种分类 of that disease. */
  readonly class?: string;
  readonly filings: readonly Filing[];
};

/**
 * The cases that such visits can meet, each with the conditions that are left of it. The first that fits counts, so
 * what stands behind a case without a condition, or behind the same condition, is never met.
 */
export const narrowed = <T>(cases: Cases<T>, known: Known): Case<T>[] => {
  const met: Case<T>[] = [];
  for (const one of cases) {
    const when = left(one.when, known);
    if (when === undefined || met.some((before) => isSame(before.when, when))) continue;
    met.push({ ...one, when });
    if (Object.keys(when).length === 0) break;
  }
  must(met.length > 0, `one case of ${cases[0]?.basis.parameter ?? 'a parameter'} can be met`);
  return met;
};

const isSame = (one: When, other: When): boolean => JSON.stringify(one) === JSON.stringify(other);

const excludes = (wanted: readonly string[] | undefined, known: string | undefined): boolean =>
  wanted !== undefined && known !== undefined && !wanted.includes(known);

/** What is left of a condition, or undefined where what is known excludes it. */
const left = ({ benefit, disease, class: label, filing, ...open }: When, known: Known): When | undefined => {
  if (excludes(benefit, known.benefit) || excludes(disease, known.disease)) return undefined;
  const filings = FILINGS.filter((kind) => known.filings.includes(kind) && (filing?.includes(kind) ?? true));
  if (excludes(label, known.class) || filings.length === 0) return undefined;
  return {
    ...(disease && known.disease === undefined && { disease }),
    ...(label && known.class === undefined && { class: label }),
    ...(filings.length < known.filings.length && { filing: filings }),
    ...open,
  };
};
