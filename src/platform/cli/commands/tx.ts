import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Cli } from '../cli.ts';
import { withJson, withWorkspace } from '../server/options.ts';
import { FIRST_INSTITUTION } from '../server/window.ts';
import type { CallOptions } from '../tx/call.ts';
import type { ExportOptions } from '../tx/export.ts';
import type { ListOptions } from '../tx/list.ts';
import type { ShowOptions } from '../tx/show.ts';

const door = () =>
  new Option('--door <door>', '只看一个接口：hospital 医院，national 国家，credential 电子凭证').choices([
    'hospital',
    'national',
    'credential',
  ]);

const count = (text: string): number => {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('应为从 1 起的序号');
  return Number(text);
};

const named = (text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> => {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError('应为 名称=值');
  return { ...before, [name]: value };
};

/** `kuasheng tx …`: the transactions, what they carry, and sending one. */
export const addTx = (program: Command, { terminal, finish }: Cli): void => {
  const tx = program.command('tx').description('交易：列出、查看、发送、导出');

  withJson(tx.command('list').argument('[text]', '编号或名称中的字').description('全部交易，沙箱怎样处理，依据是什么'))
    .addOption(door())
    .action((text: string | undefined, options: ListOptions) =>
      finish(import('../tx/list.ts').then(({ listTransactions }) => listTransactions(terminal, text, options))),
    );

  withJson(tx.command('show').argument('<infno>', '交易编号').description('一个交易的字段、码表、说明和示例'))
    .addOption(door())
    .action((infno: string, options: ShowOptions) =>
      finish(import('../tx/show.ts').then(({ showTransaction }) => showTransaction(terminal, infno, options))),
    );

  withWorkspace(
    tx
      .command('call')
      .argument('<infno>', '交易编号')
      .argument('[file]', '入参或整个报文的 JSON 文件，- 为标准输入；不写则用示例')
      .description('补全报文头，发送一笔交易，打印应答'),
  )
    .addOption(door())
    .option('--institution <code>', '发送的机构', FIRST_INSTITUTION)
    .option('--persona <id>', '就诊人，见 kuasheng personas、kuasheng people；填入 {psn_no}、{card_no} 等')
    .option('--insuplc <code>', '参保地医保区划；缺省为就诊人的参保地')
    .option('--set <name=value>', '填入其他占位，如 mdtrt_id=…，可写多次', named)
    .option('--disease <code>', '只用于 2204：上传该病种的演示费用，如 M01600')
    .option('--example <n>', '用第几个示例', count)
    .option('--province <code>', '国家接口：以哪个省登录，如 440000；缺省取报文中的本省统筹区')
    .option('--province-key <text>', '国家接口：该省密钥；缺省为 kuasheng-省级区划')
    .option('--msgid <text>', '报文号；缺省自动编号')
    .option('--sign-no <text>', '签到流水号')
    .option('--dry-run', '只打印报文，不发送')
    .action((infno: string, file: string | undefined, options: CallOptions) =>
      finish(import('../tx/call.ts').then(({ callTransaction }) => callTransaction(terminal, infno, file, options))),
    );

  withJson(tx.command('export').description('导出全部接口表：--json 为 JSON，否则每个字段一行，以制表符分隔'))
    .addOption(door())
    .action((options: ExportOptions) =>
      finish(import('../tx/export.ts').then(({ exportTransactions }) => exportTransactions(terminal, options))),
    );
};
