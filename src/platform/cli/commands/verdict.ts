import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { baseOption, withWorkspace } from '../server/options.ts';
import type { VerdictOptions } from '../verdict/show.ts';

/** `kuasheng verdict`: whether the HIS loses, doubles or orphans money when an answer is lost. */
export const addVerdict = (program: Command, { terminal, finish }: Cli): void => {
  const verdict = program
    .command('verdict')
    .description('结果未知时，医院系统有没有丢钱、重复收费或留下单边账：逐笔裁决；有问题时退出码为 1');
  withWorkspace(verdict)
    .option('--institution <code>', '只看一家机构')
    .option('--within <duration>', '结果未知须在多久之内问清，如 30m、2h；按沙箱时间，缺省 30m')
    .option('--backoff <duration>', '重发至少间隔多久，缺省 1s')
    .option('--his-book <file>', '先上传医院自己的账：CSV，UTF-8 或 GBK；- 为标准输入。此后按它裁决')
    .addOption(baseOption('先从医院自己的接口取它的账（openapi/his-book.yaml）', '--his-url <url>'))
    .option('--forget-book', '先撤回医院的账，仍由报文推断')
    .option('--all', '一致的也列出')
    .option('--junit <file>', '另写成 JUnit XML')
    .option('--html <file>', '另写成可打印的网页（A4）')
    .action((options: VerdictOptions) =>
      finish(import('../verdict/show.ts').then(({ showVerdict }) => showVerdict(terminal, options))),
    );
};
