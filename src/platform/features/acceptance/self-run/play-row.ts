import type { Disease } from './diseases.ts';
import type { Provinces } from './province.ts';
import type { Row } from './row.ts';
import type { Case, Kept, Role, Scene, Stage } from './scene.ts';
import type { Exchange, Step } from './step.ts';

/** 通过, 未通过, 跳过 */
export type Verdict = 'passed' | 'failed' | 'skipped';

/** A part of the script: 测试前准备, one of the diseases, 非范围内病种. */
export type Part = { readonly title: string; readonly disease?: Disease };

/** What a row came to. */
export type Played = {
  readonly role: Role;
  readonly key: string;
  readonly number: string;
  readonly title: string;
  /** Absent: the row is of no disease. */
  readonly disease?: Disease;
  readonly verdict: Verdict;
  /** Who played it, and why it failed or was skipped. */
  readonly cases: readonly CasePlayed[];
  readonly remarks: readonly string[];
};

/** A case: its messages, and why it went no further. */
export type CasePlayed = {
  readonly words: string;
  readonly verdict: Verdict;
  readonly remark?: string;
  readonly exchanges: readonly Exchange[];
};

/** Plays a row, case after case; the first case that fails is the last one. */
export const playRow = async (provinces: Provinces, stage: Stage, row: Row, { disease }: Part): Promise<Played> => {
  const cases: CasePlayed[] = [];
  for (const one of row.cases(stage, disease ?? NO_DISEASE)) {
    const played = await playCase(provinces, stage, row.steps, one);
    cases.push(played);
    if (played.verdict === 'failed') break;
  }
  const { key, title, number } = row;
  return {
    role: stage.role,
    key,
    number: number?.[stage.role] ?? '',
    title,
    ...(disease && { disease }),
    verdict: verdictOf(cases),
    cases,
    remarks: cases.length === 0 ? [row.without ?? '没有可用的人员'] : remarksOf(cases),
  };
};

/** Rows of no disease name those of their cases themselves. */
const NO_DISEASE: Disease = { code: '', name: '' };

const verdictOf = (cases: readonly CasePlayed[]): Verdict => {
  if (cases.some(({ verdict }) => verdict === 'failed')) return 'failed';
  return cases.some(({ verdict }) => verdict === 'passed') ? 'passed' : 'skipped';
};

/** Each remark once, with all the cases of which it is true. */
const remarksOf = (cases: readonly CasePlayed[]): string[] => {
  const remarks = new Set(cases.flatMap(({ remark }) => remark ?? []));
  return [...remarks].map((text) => {
    const whose = cases.filter(({ remark }) => remark === text).map(({ words }) => words);
    return `${whose.join('、')}：${text}`;
  });
};

const playCase = async (provinces: Provinces, stage: Stage, steps: readonly Step[], one: Case): Promise<CasePlayed> => {
  const exchanges: Exchange[] = [];
  const ended = (verdict: Verdict, remark?: string): CasePlayed => ({
    words: one.words, verdict, exchanges, ...(remark !== undefined && { remark }),
  }); // prettier-ignore
  let kept: Kept = {};
  for (const step of steps) {
    const scene: Scene = { stage, one, kept, now: provinces.now(), fresh: provinces.number() };
    const exchange = await provinces.send(speaker(stage, step), step.infno, step.input(scene));
    exchanges.push(exchange);
    const skip = step.skip?.(exchange, scene);
    if (skip !== undefined) return ended('skipped', skip);
    const problems = problemsOf(step, exchange, scene);
    if (problems.length > 0) return ended('failed', `${step.infno} ${problems.join('；')}`);
    kept = { ...kept, ...step.keep?.(exchange, scene) };
  }
  return ended('passed');
};

const speaker = ({ role, treatment, insured, third }: Stage, { as = 'treatment' }: Step): string => {
  const provinces = { treatment, insured, third };
  return provinces[as === 'tested' ? role : as];
};

/** The wrong outcome, else breaches of the table (准确性要求), else what the step finds in the answer. */
const problemsOf = (step: Step, exchange: Exchange, scene: Scene): readonly string[] => {
  const { accepted, err_msg, violations } = exchange;
  const { refusedBy } = step;
  if (refusedBy === undefined && !accepted) return [`被拒绝：${err_msg}`];
  if (refusedBy !== undefined && accepted) return [`应由 ${refusedBy} 拦截，却成功了`];
  if (refusedBy !== undefined && !err_msg.startsWith(refusedBy)) return [`应由 ${refusedBy} 拦截：${err_msg}`];
  if (violations !== '') return [`报文与接口表不符：${violations}`];
  return step.problems?.(exchange, scene) ?? [];
};
