import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { control } from '../server/control.ts';
import { failed } from '../server/failure.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import { explainedInWords, type Explained } from './in-words.ts';
import { messageAsked, type AskedOptions } from './message-asked.ts';

/** `kuasheng fault explain INFNO [FILE]` */
export const addExplain = (fault: Command, { terminal, finish }: Cli): void => {
  const explain = async (infno: string, file: string | undefined, options: ServerOptions & AskedOptions) => {
    const body = await messageAsked(terminal, infno, file, options);
    if (!body.ok) return failed(terminal, body.error);
    const request = { method: 'POST', path: '/faults/explain', body: body.value } as const;
    const answer = await control<{ readonly faults: readonly Explained[] }>(options, request);
    return show(terminal, options, answer, ({ faults }) => explainedInWords(faults));
  };
  withWorkspace(fault.command('explain').description('这样的报文现在会遇到哪条故障，别的为什么不触发；什么也不计数'))
    .argument('<infno>', '交易编号')
    .argument('[file]', '入参或整个报文的 JSON 文件，- 为标准输入')
    .option('--door <door>', '接口', 'hospital')
    .option('--institution <code>', '定点医药机构编号', 'H44030099001')
    .option('--psn-no <number>', '人员编号')
    .option('--mdtrt-id <id>', '就诊ID')
    .option('--amount <yuan>', '总额 medfee_sumamt（元）')
    .option('--insuplc <code>', '参保地')
    .option('--header <text>', '请求头 x-kuasheng-fault 的内容')
    .action((infno: string, file: string | undefined, options: ServerOptions & AskedOptions) =>
      finish(explain(infno, file, options)),
    );
};
