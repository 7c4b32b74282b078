import type { Played, ScenarioPlayed } from '../../features/scenario/run/run-scenario.ts';
import type { Step } from '../../features/scenario/scenario.ts';
import type { Outcome } from '../../features/scenario/run/scene.ts';
import { nameOf } from '../demo/field-names.ts';
import { wrap } from '../layout/wrap.ts';

const SIGNS: Readonly<Record<Outcome['verdict'], string>> = { passed: '✓', failed: '✗', skipped: '○' };

type Telling = {
  readonly columns: number;
  /** Every step, not only those that went wrong. */
  readonly loud: boolean;
};

/** A scenario that was played: one line, and where it did not pass what was expected, what came, what it is about. */
export const resultInWords = (result: ScenarioPlayed, { columns, loud }: Telling): string => {
  const { scenario, verdict, steps, problem } = result;
  const told = steps
    .map((step, index) => ({ step, index }))
    .filter(({ step }) => loud || step.outcome.verdict !== 'passed');
  return [
    `${SIGNS[verdict]} ${scenario.name}  ${scenario.title}（${steps.length} 步）`,
    ...(problem === undefined ? [] : indented(problem, 2, columns)),
    ...told.flatMap(({ step, index }) => stepInWords(result, step, index, columns)),
    ...(verdict === 'failed' || loud ? aboutInWords(result, columns) : []),
  ].join('\n');
};

const stepInWords = (
  { scenario }: ScenarioPlayed,
  { step, outcome }: Played,
  index: number,
  columns: number,
): string[] => {
  const place = step.of === scenario.name ? `${scenario.file}:${step.line}` : `场景 ${step.of} 第 ${step.line} 行`;
  const { verdict, answered, problems } = outcome;
  const where = verdict === 'passed' ? '' : `（${place}）`;
  return [
    ...indented(`${SIGNS[verdict]} 第 ${index + 1} 步 ${didInWords(step, outcome)}${where}`, 2, columns),
    ...(verdict === 'passed' && answered !== undefined ? indented(`应答：${answered}`, 6, columns) : []),
    ...problems.flatMap((problem) => indented(problem, 6, columns)),
  ];
};

/** A transaction that the file gives no title has that of the interface. */
const didInWords = ({ kind, form }: Step, { did }: Outcome): string =>
  kind === 'call' && form.title === undefined ? `${did} ${nameOf(form.call)}`.trim() : did;

const aboutInWords = ({ scenario: { purpose, expect_his, source } }: ScenarioPlayed, columns: number): string[] => [
  ...indented(`要看到的：${purpose}`, 2, columns),
  ...indented(`正确的 HIS：${expect_his}`, 2, columns),
  ...(source === undefined ? [] : indented(`依据：${source}`, 2, columns)),
];

const indented = (text: string, by: number, columns: number): string[] =>
  wrap(text, columns - by).map((line) => `${' '.repeat(by)}${line}`);

/** `33 个场景：通过 32，未通过 0，跳过 1` */
export const summaryInWords = (results: readonly ScenarioPlayed[]): string => {
  const of = (verdict: Outcome['verdict']): number => results.filter((one) => one.verdict === verdict).length;
  const sign = of('failed') > 0 ? '✗' : of('skipped') > 0 ? '○' : '✓';
  const why = of('skipped') > 0 ? '；跳过的没有验证' : '';
  return `${sign} ${results.length} 个场景：通过 ${of('passed')}，未通过 ${of('failed')}，跳过 ${of('skipped')}${why}`;
};
