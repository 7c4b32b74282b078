import { printScaled } from '../../kernel/decimal.ts';
import { table } from './layout/table.ts';
import { wrap } from './layout/wrap.ts';

/** A step of the reckoning as the control API tells it; amounts in 分. */
export type ExplanationRow = {
  readonly rule: string;
  readonly title: string;
  readonly parameter?: string;
  readonly from?: string;
  readonly value?: string;
  readonly source?: string;
  readonly status?: string;
  readonly before: number;
  readonly amount: number;
  readonly after: number;
  readonly text: string;
};

const HEADS = [
  { title: '', align: 'right' },
  { title: '步骤', gives: true },
  { title: '参数', gives: true },
  { title: '值' },
  { title: '来源', gives: true },
  { title: '之前', align: 'right' },
  { title: '之后', align: 'right' },
] as const;

/** The steps as a table, then each in a sentence. */
export const explanationInWords = (steps: readonly ExplanationRow[], columns: number): string => {
  const rows = steps.map((step, index) => [
    String(index + 1),
    step.title,
    parameterOf(step),
    step.value ?? '',
    sourceOf(step),
    printScaled(step.before, 2),
    printScaled(step.after, 2),
  ]);
  return [table(HEADS, rows, columns), '', ...steps.flatMap((step, index) => sentence(step, index, columns))].join(
    '\n',
  );
};

/** Path below seeds/policies, and since when it holds. */
const parameterOf = ({ parameter = '', from }: ExplanationRow): string =>
  parameter.replace(/^seeds\/policies\//, '') + (from === undefined ? '' : `\n自 ${from}`);

const sourceOf = ({ source, status }: ExplanationRow): string =>
  source === undefined ? '' : source + (status === 'illustrative' ? '〔示意值〕' : '');

const sentence = ({ title, text }: ExplanationRow, index: number, columns: number): string[] =>
  wrap(`${title}：${text}`, columns - 4).map((line, at) =>
    at === 0 ? `${String(index + 1).padStart(2)}. ${line}` : `    ${line}`,
  );
