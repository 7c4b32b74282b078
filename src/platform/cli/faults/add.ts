import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { change } from './change.ts';
import { fieldCondition, faultSaid, listSaid, parameter, type AddOptions } from './fault-said.ts';

const CONDITIONS: readonly (readonly [flag: string, text: string])[] = [
  ['--door <door>', '接口：hospital、national、insured、credential'],
  ['--institution <code>', '定点医药机构编号'],
  ['--psn-no <number>', '人员编号'],
  ['--person <id>', '演示人员的编号，或 610100-38'],
  ['--psn-name <text>', '姓名的结尾'],
  ['--mdtrtarea <code>', '就医地'],
  ['--insuplc <code>', '参保地'],
  ['--min <yuan>', '总额不小于（元）'],
  ['--max <yuan>', '总额不大于（元）'],
  ['--ending <digits>', '总额的末几位，如 81'],
  ['--state <state>', '就诊状态：registered、charged、settled、refunded、reversed、withdrawn、unknown'],
  ['--seed <text>', '概率的种子'],
  ['--from <time>', '从此虚拟时间起，如 "2026-09-01 10:00"'],
  ['--to <time>', '到此虚拟时间止'],
  ['--scope <scope>', '时机：before-commit、after-commit、response'],
  ['--ttl <duration>', '多久以后自愈：30s、15m、2h、1d（虚拟时间）'],
  ['--note <text>', '备注'],
  ['--id <id>', '编号，缺省由沙箱编'],
];

const NUMBERS: readonly (readonly [flag: string, text: string])[] = [
  ['--nth <n>', '只在第 n 次'],
  ['--every <n>', '每 n 次一次'],
  ['--first <n>', '前 n 次'],
  ['--rate <p>', '按概率，0 到 1'],
  ['--count <n>', '触发几次后自愈'],
  ['--priority <n>', '先后，大的先问，缺省 0'],
];

/** `kuasheng fault add KIND` */
export const addAdd = (fault: Command, cli: Cli): void => {
  const command = withWorkspace(fault.command('add').description('设一条故障，从下一个报文起有效'))
    .argument('<kind>', '种类，见 kuasheng fault kinds')
    .option('--infno <codes>', '交易编号，可用逗号隔开几个', listSaid)
    .option('--field <path=value>', '入参的一个字段，如 data.med_type=11', fieldCondition)
    .option('--script <ok,fail,…>', '按次序', listSaid)
    .option('--with <name=value>', '种类的参数，可写多个，如 how=rst', parameter)
    .option('--stack', '与别的故障同时触发');
  CONDITIONS.forEach(([flag, text]) => command.option(flag, text));
  NUMBERS.forEach(([flag, text]) => command.option(flag, text, Number));
  command.action((kind: string, options: ServerOptions & AddOptions) =>
    cli.finish(change(cli, options, '已设', { method: 'POST', path: '/faults', body: faultSaid(kind, options) })),
  );
};
