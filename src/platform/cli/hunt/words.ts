import { scheduleInWords } from '../../../kernel/fault/falls.ts';
import type { Caught, Hunted } from '../../features/hunt/hunt.ts';
import type { Finding } from '../../features/hunt/play/findings.ts';
import type { FaultRule } from '../../features/hunt/campaign.ts';
import { VERDICT_NAMES } from '../../sandbox.ts';
import { wrap } from '../layout/wrap.ts';

/** A way of failing that was made as small as it goes, and the file that tells it. */
export type Told = {
  readonly caught: Caught;
  readonly faults: readonly FaultRule[];
  /** Absent: it could not be made smaller. */
  readonly file?: string;
  readonly problem?: string;
};

/** One way of failing: what, why, the smallest faults that bring it about, and what to do next. */
export const caughtInWords = ({ caught, faults, file, problem }: Told, columns: number): string => {
  const { first, times } = caught;
  return [
    // Two cases of one campaign may have failed alike.
    ...new Set(first.found.map((finding) => findingInWords(finding, columns).join('\n'))),
    `    出现 ${times} 次，最早是第 ${first.campaign.n} 次；${file === undefined ? '当时的故障：' : '最小的故障：'}`,
    ...(faults.length === 0 ? ['      没有故障也会这样'] : faults.map((fault) => `      ${faultInWords(fault)}`)),
    ...(problem === undefined ? [] : wrap(problem, columns - 4).map((line) => `    ${line}`)),
    ...(file === undefined ? [] : [`    场景文件 ${file}`]),
  ].join('\n');
};

const findingInWords = ({ verdict, rules, why, says = {} }: Finding, columns: number): string[] => [
  `✗ ${VERDICT_NAMES[verdict as keyof typeof VERDICT_NAMES] ?? verdict}（${verdict}）`,
  ...[why, ...rules.map((rule) => `违反 ${rule}：${says[rule] ?? ''}`)].flatMap((text) =>
    wrap(text, columns - 4).map((line) => `    ${line}`),
  ),
];

const faultInWords = ({ kind, when, schedule, count, with: parameters }: FaultRule): string => {
  const given = Object.entries(parameters ?? {}).map(([name, value]) => `${name}=${value}`);
  const most = 'nth' in schedule ? '' : `，共 ${count} 次`;
  return [`${when.infno} ${kind}`, ...given, `${scheduleInWords(schedule)}${most}`].join('，');
};

/** What the hunt came to, in one or two lines. */
export const summaryInWords = ({ played, caught, broken, settled }: Hunted, seed: string): string => {
  const convicted = caught.reduce((sum, { times }) => sum + times, 0);
  const verdict =
    convicted === 0
      ? settled === 0
        ? `○ ${played} 次故障组合（seed ${seed}）：没有一笔结算`
        : `✓ ${played} 次故障组合（seed ${seed}）：没有丢钱、重复收费或单边账`
      : `✗ ${played} 次故障组合（seed ${seed}）中 ${convicted} 次出错`;
  const [one] = broken;
  return one === undefined
    ? verdict
    : `${verdict}\n○ 其中 ${broken.length} 次被测命令没有正常结束，如第 ${one.campaign.n} 次：${one.end.text}`;
};
