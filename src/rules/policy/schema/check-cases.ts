import type { z } from 'zod';
import { LEVEL_GROUPS } from '../../catalogue/hospital-level.ts';
import { BENEFITS, FILINGS, type When } from '../case.ts';

/** The dimensions whose values are all known, so that a list of cases can be seen to cover them. */
const CLOSED = { benefit: BENEFITS, level: LEVEL_GROUPS, filing: FILINGS } as const;
type Closed = keyof typeof CLOSED;
export const CLOSED_DIMENSIONS = ['benefit', 'level', 'filing'] as const satisfies readonly Closed[];

type CaseList = {
  readonly value?: unknown;
  readonly cases?: readonly { readonly when?: When }[];
  readonly exhaustive?: readonly Closed[];
};

/**
 * A dated value is a `value` or `cases`. Some case always matches: the last one has no condition, or the cases are
 * declared `exhaustive` over dimensions whose every combination one of them covers. No case stands where it can never
 * be reached.
 */
export const checkCases = (entry: CaseList, context: z.core.$RefinementCtx<unknown>): void => {
  const complain = (message: string, path: PropertyKey[] = []) => context.addIssue({ code: 'custom', message, path });
  if ((entry.value === undefined) === (entry.cases === undefined)) {
    complain('value 与 cases 必须且只能写一个');
    return;
  }
  const cases = entry.cases ?? [];
  const open = cases.findIndex(isUnconditional);
  if (open >= 0 && open < cases.length - 1) complain('前一条没有条件，这一条永远用不到', ['cases', open + 1]);
  if (cases.length === 0 || open >= 0) return;
  if (entry.exhaustive === undefined) {
    complain('最后一条不能有 when，或者写明 exhaustive', ['cases', cases.length - 1, 'when']);
    return;
  }
  const missing = uncovered(cases, entry.exhaustive);
  if (missing !== undefined) complain(`没有覆盖 ${missing}`, ['exhaustive']);
};

const isUnconditional = ({ when }: { readonly when?: When }): boolean => when === undefined;

type Combination = { readonly [Dimension in Closed]?: string };

/** The first combination that no case covers; a case with a condition on another dimension covers none. */
const uncovered = (cases: readonly { readonly when?: When }[], dimensions: readonly Closed[]): string | undefined => {
  const covering = cases
    .map(({ when = {} }) => when)
    .filter((when) => Object.keys(when).every((key) => dimensions.some((dimension) => dimension === key)));
  const missing = combinations(dimensions).find((combination) => !covering.some((when) => covers(when, combination)));
  return missing === undefined ? undefined : Object.values(missing).join('、');
};

const combinations = (dimensions: readonly Closed[]): Combination[] =>
  dimensions.reduce<Combination[]>(
    (found, dimension) =>
      found.flatMap((combination) => CLOSED[dimension].map((value) => ({ ...combination, [dimension]: value }))),
    [{}],
  );

const covers = (when: When, combination: Combination): boolean =>
  CLOSED_DIMENSIONS.every((dimension) => {
    const wanted: readonly string[] | undefined = when[dimension];
    const value = combination[dimension];
    return wanted === undefined || (value !== undefined && wanted.includes(value));
  });
