import type { Act } from './evidence/act.ts';
import type { ActIndex } from './evidence/act-index.ts';
import type { Exchange } from './evidence/exchange.ts';
import type { Finding } from './checks/finding.ts';
import type { Check, Requirement } from './requirements/requirement.ts';

/**
 * How a requirement stands. pass: met. fail: what came last was refused or contradicts it. skip: cannot be verified.
 * omit: need not be. error: a defect of the kit. wait: not enough has come yet. attested: only the province can say it.
 */
export type State = 'pass' | 'fail' | 'skip' | 'omit' | 'error' | 'wait' | 'attested';

export const STATE_NAMES: Readonly<Record<State, string>> = {
  pass: '通过',
  fail: '不通过',
  skip: '无法核实',
  omit: '不需测',
  error: '工具出错',
  wait: '待测',
  attested: '自述',
};

/** Whether a requirement in that state keeps the province from going live. */
export const isBlocking = (state: State, explanation: string | undefined): boolean =>
  state === 'attested' ? explanation === undefined : state !== 'pass' && state !== 'omit';

/** Whether the traffic alone would be enough, as far as traffic can be. */
export const isMet = ({ verdict, lacking, seen, required, evidence }: Finding): boolean => {
  if (verdict === undefined) return lacking.length === 0 && seen >= required;
  return verdict === 'omit' || (verdict === 'attested' && evidence.length > 0);
};

/** The state by what was found, what was explained and how the last attempt ended. */
export const stateOf = (
  requirement: Requirement,
  finding: Finding,
  explanation: string | undefined,
  attempt: Exchange | undefined,
): State => {
  if (finding.verdict !== undefined && finding.verdict !== 'skip') return finding.verdict;
  if (finding.lacking.length === 0 && finding.seen >= finding.required) return 'pass';
  if (isExcused(requirement, finding, explanation, attempt)) return 'omit';
  if (finding.verdict) return finding.verdict;
  return attempt ? 'fail' : 'wait';
};

/**
 * An explanation stands for what was not tested 没有测试, has no value or does not apply, never for what was tried and
 * refused or tested in part; the residents of a row are taken out of its check itself.
 */
const isExcused = (
  { explainable }: Requirement,
  { seen }: Finding,
  explanation: string | undefined,
  attempt: Exchange | undefined,
): boolean => {
  if (explanation === undefined || explainable === undefined || explainable === 'residents') return false;
  return explainable === 'no-value' || (seen === 0 && attempt === undefined);
};

/** Messages of the transaction and disease that a check is about; none where no single one is meant. */
export const attemptsAt = ({ check }: Requirement, everything: ActIndex): readonly Act[] => {
  const [infno, disease, credential] = aimOf(check);
  const acts = infno === undefined ? [] : everything.of(infno, disease);
  return credential === undefined ? acts : acts.filter((act) => act.credential === credential);
};

type Aim = readonly [infno?: string, disease?: string | undefined, credential?: string | undefined];

const aimOf = (check: Check): Aim => {
  if (check.kind === 'acts') return [check.infno, check.disease, check.credential];
  if (check.kind === 'rows') return [check.infno];
  if (check.kind === 'populations') return [check.step === 'settle' ? '1107' : '1203', check.disease];
  if (check.kind === 'found') return ['1404'];
  if (check.kind === 'outside-returned') return ['1406'];
  return 'disease' in check && check.kind !== 'screen' ? ['1107', check.disease] : [];
};

/** The last attempt, where it failed and nothing that counts came after it. */
export const failedAttempt = (attempts: readonly Act[], finding: Finding): Exchange | undefined => {
  const last = attempts.at(-1)?.exchange;
  if (!last || (last.ok && last.violations.length === 0)) return undefined;
  const counting = finding.evidence.at(-1);
  return counting && counting.seq > last.seq ? undefined : last;
};
