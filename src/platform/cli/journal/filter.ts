import type { Command } from 'commander';

/** Options that say which rows are meant; each goes to the server under its own name. */
const FILTERS: readonly (readonly [flag: string, name: string, text: string])[] = [
  ['--infno <codes>', 'infno', '交易编号，可用逗号隔开几个'],
  ['--door <doors>', 'door', '接口：hospital、national、insured'],
  ['--sender <codes>', 'sender', '发送方：机构编号或省级区划'],
  ['--institution <codes>', 'institution', '定点医药机构编号，含其报文的内部各跳'],
  ['--psn-no <numbers>', 'psn_no', '人员编号'],
  ['--person <ids>', 'person', '演示人员的编号，或 610100-38'],
  ['--mdtrt-id <ids>', 'mdtrt_id', '就诊ID'],
  ['--setl-id <ids>', 'setl_id', '结算ID'],
  ['--msgid <ids>', 'msgid', '发送方报文ID'],
  ['--trace <traces>', 'trace', '追踪号'],
  ['--infcode <code>', 'infcode', '0 成功，-1 拒绝'],
  ['--refusal <names>', 'refusal', '拒绝的名称，如 filing-missing'],
  ['--violations <text>', 'violations', '不符合接口表之处，如 psn_type:length；any 为有任何一处'],
  ['--fault <names>', 'fault', '故障的编号或种类，如 answer-lost；any 为有任何故障'],
  ['--hop <n>', 'hop', '0 只看外来的报文'],
  ['--since <time>', 'since', '从此虚拟时间起：2026-09-01 或 "2026-09-01 10:00:00"'],
  ['--until <time>', 'until', '到此虚拟时间止'],
];

/** What the command line said of them. */
export type FilterOptions = Readonly<Record<string, unknown>>;

/** Adds the filters to a command. */
export const withFilter = (command: Command): Command =>
  FILTERS.reduce((with_, [flag, , text]) => with_.option(flag, text), command);

const camel = (flag: string): string =>
  flag.slice(2).replace(/ .*$/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()); // prettier-ignore

/** The filters as the query of an address, with what else belongs to it; starts with `?` unless empty. */
export const queryOf = (options: FilterOptions, more: Readonly<Record<string, string>> = {}): string => {
  const given = FILTERS.flatMap(([flag, name]): [string, string][] => {
    const value = options[camel(flag)];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  const query = new URLSearchParams([...given, ...Object.entries(more)]).toString();
  return query === '' ? '' : `?${query}`;
};
