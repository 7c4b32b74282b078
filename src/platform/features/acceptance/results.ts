import { attemptsAt, failedAttempt, isBlocking, isMet, stateOf, type State } from './judge.ts';
import { runCheck, type Traffic, type TrafficCheck } from './checks/run-check.ts';
import { nothingExpected, type Grounds } from './checks/finding.ts';
import { RESIDENTS, type Explanations } from './explanations.ts';
import { REQUIREMENTS } from './requirements/all.ts';
import type { Check, Requirement } from './requirements/requirement.ts';
import type { Result } from './result.ts';

/** The traffic of a province on one side, three ways. */
export type SideTraffic = {
  /** What counts for 是. */
  readonly counting: Traffic;
  /** 自检 */
  readonly rehearsal: Traffic;
  /** All that the province sent or answered itself, what breaks the tables and what was refused included. */
  readonly own: Traffic;
};

/** Judges every requirement of a side, the combined ones after those that they are made of. */
export const resultsOf = (
  traffic: SideTraffic,
  grounds: Grounds,
  explanations: Explanations,
  onDefect: (defect: unknown) => void,
): Result[] => {
  const results = new Map<string, Result>();
  const due = REQUIREMENTS.filter(({ sides }) => sides.includes(grounds.side));
  const combined = due.filter(({ check }) => check.kind === 'combined');
  for (const requirement of [...due.filter(({ check }) => check.kind !== 'combined'), ...combined]) {
    const explained = explanationFor(requirement, explanations);
    results.set(
      requirement.id,
      resultOf(requirement, traffic, forRow(grounds, requirement, explained), explained, results, onDefect),
    );
  }
  return due.flatMap(({ id }) => results.get(id) ?? []);
};

const explanationFor = ({ id, explainable }: Requirement, explanations: Explanations): string | undefined =>
  explanations.get(id) ?? (explainable === 'residents' ? explanations.get(RESIDENTS) : undefined);

const forRow = (grounds: Grounds, { explainable }: Requirement, explanation: string | undefined): Grounds => ({
  ...grounds,
  residentsExcused: explainable === 'residents' && explanation !== undefined,
});

const resultOf = (
  requirement: Requirement,
  traffic: SideTraffic,
  grounds: Grounds,
  explanation: string | undefined,
  earlier: ReadonlyMap<string, Result>,
  onDefect: (defect: unknown) => void,
): Result => {
  try {
    const { check } = requirement;
    return check.kind === 'combined'
      ? combinedResult(requirement, check, grounds, earlier)
      : trafficResult(requirement, check, traffic, grounds, explanation);
  } catch (defect) {
    onDefect(defect);
    return defectResult(requirement, grounds);
  }
};

const trafficResult = (
  requirement: Requirement,
  check: TrafficCheck,
  { counting, rehearsal, own }: SideTraffic,
  grounds: Grounds,
  explanation: string | undefined,
): Result => {
  const finding = runCheck(check, check.kind === 'clean' ? own : counting, grounds);
  const played = runCheck(check, rehearsal, { ...grounds, benefit: nothingExpected });
  const attempts = attemptsAt(requirement, own.index);
  const failed = failedAttempt(attempts, finding);
  const state = stateOf(requirement, finding, explanation, failed);
  return {
    ...finding,
    ...base(requirement, grounds, state, explanation),
    begun: finding.seen > 0 || attempts.length > 0,
    rehearsed: played.seen,
    rehearsalMet: isMet(played),
    ...(failed && state === 'fail' && { failed }),
  };
};

const base = (requirement: Requirement, { side }: Grounds, state: State, explanation: string | undefined) => ({
  requirement,
  side,
  state,
  blocks: isBlocking(state, explanation),
  ...(explanation !== undefined && { explanation }),
});

/** The worst state of the parts that block; a part that stands on an explanation does not. */
const WORST: readonly State[] = ['error', 'fail', 'skip', 'attested', 'wait'];

const combinedResult = (
  requirement: Requirement,
  { parts }: Extract<Check, { readonly kind: 'combined' }>,
  grounds: Grounds,
  earlier: ReadonlyMap<string, Result>,
): Result => {
  const results = parts[grounds.side].flatMap((id) => earlier.get(id) ?? []);
  const blocking = results.filter(({ blocks }) => blocks);
  const begun = results.some((result) => result.begun);
  const worst = WORST.find((state) => blocking.some((result) => result.state === state));
  return {
    ...base(requirement, grounds, worst === undefined ? (begun ? 'pass' : 'omit') : begun ? worst : 'wait', undefined),
    begun,
    required: results.length,
    seen: results.length - blocking.length,
    rehearsed: results.filter(({ rehearsalMet }) => rehearsalMet).length,
    rehearsalMet: results.every(({ rehearsalMet }) => rehearsalMet),
    evidence: [...new Set(results.flatMap(({ evidence }) => evidence))].sort((a, b) => a.seq - b.seq),
    lacking: blocking.map(({ requirement: { id } }) => id),
  };
};

const defectResult = (requirement: Requirement, grounds: Grounds): Result => ({
  ...base(requirement, grounds, 'error', undefined),
  begun: true,
  required: 1,
  seen: 0,
  rehearsed: 0,
  rehearsalMet: false,
  evidence: [],
  lacking: [],
  note: '验收工具自身出错，未能判断，请报告',
});
