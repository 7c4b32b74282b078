import { GROUPS, type Group } from '../../features/scenario/groups.ts';
import { needsHis, needsRestart, type Scenario } from '../../features/scenario/scenario.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { table } from '../layout/table.ts';
import { json } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';
import { libraryWith } from './find.ts';

export type ListOptions = { readonly group?: string; readonly json?: true };

/** `kuasheng scenario list`: all shipped scenarios, by group. */
export const listScenarios = (terminal: Terminal, { group, json: asJson }: ListOptions): ExitCode => {
  const found = libraryWith([]).scenarios.filter((one) => group === undefined || one.group === group);
  terminal.out(asJson ? json(found.map(rowOf)) : inWords(found, terminal.columns));
  return EXIT.ok;
};

const rowOf = ({ name, title, purpose, expect_his, source, group, file, steps }: Scenario) => ({
  name, title, purpose, expect_his, source: source ?? null, group, file, steps: steps.length,
}); // prettier-ignore

const HEADS = [
  { title: '名称' },
  { title: '标题', gives: true },
  { title: '步', align: 'right' },
  { title: '需要' },
] as const;

const inWords = (found: readonly Scenario[], columns: number): string => {
  const groups = (Object.keys(GROUPS) as Group[]).filter((group) => found.some((one) => one.group === group));
  const parts = groups.map((group) => {
    const rows = found
      .filter((one) => one.group === group)
      .map((one) => [one.name, one.title, String(one.steps.length), needsOf(one)]);
    return `${GROUPS[group]} ${group}\n${table(HEADS, rows, columns)}\n`;
  });
  return [...parts, `共 ${found.length} 个场景。运行：kuasheng scenario run 名称，或 --all`].join('\n');
};

const needsOf = (scenario: Scenario): string =>
  [...(needsHis(scenario) ? ['被测系统'] : []), ...(needsRestart(scenario) ? ['重启'] : [])].join('、');
