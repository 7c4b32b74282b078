import { printScaled } from '../../../../kernel/decimal.ts';
import type { ExplanationRow } from '../../explanation.ts';

/** The first step of the reckoning that came out otherwise, in words; undefined where all steps are the same. */
export const reasonOf = (
  before: readonly ExplanationRow[] | undefined,
  now: readonly ExplanationRow[] | undefined,
): string | undefined => {
  if (!before || !now) return undefined;
  const rules = [...new Set([...before, ...now].map(keyOf))];
  const [old, fresh] = [byKey(before), byKey(now)];
  for (const rule of rules) {
    const [one, other] = [old.get(rule), fresh.get(rule)];
    if (told(one) !== told(other)) return `${(one ?? other)?.title ?? rule}：原 ${told(one)}，现 ${told(other)}`;
  }
  return undefined;
};

/** A rule may be applied several times: the parameter tells them apart. */
const keyOf = ({ rule, title }: ExplanationRow): string => `${rule} ${title}`;

const byKey = (steps: readonly ExplanationRow[]): Map<string, ExplanationRow> =>
  new Map(steps.map((step) => [keyOf(step), step]));

const told = (step: ExplanationRow | undefined): string => {
  if (!step) return '没有这一步';
  const source =
    step.source === undefined ? '' : `（${step.source}${step.from === undefined ? '' : `，${step.from} 起`}）`;
  return `${step.value ?? ''}${step.value === undefined ? '' : '，'}${printScaled(step.amount, 2)} 元${source}`;
};
