import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ExpectOptions } from '../acceptance/expect.ts';
import type { ExplainOptions } from '../acceptance/explain.ts';
import type { ReportOptions } from '../acceptance/report.ts';
import type { StatusOptions } from '../acceptance/status.ts';
import type { Cli } from '../cli.ts';
import { withWorkspace, withWorkspaceFiles } from '../server/options.ts';

const code = (text: string): string => {
  if (!/^\d{2}0000$/.test(text)) throw new InvalidArgumentError('应为以 0000 结尾的省级区划，如 440000');
  return text;
};

const ofProvince = (command: Command): Command =>
  command.requiredOption('--province <code>', '被测省，如 440000', code);

const withRole = (command: Command): Command =>
  command.addOption(
    new Option('--role <role>', '作为哪一方：treatment 就医省，insured 参保省，both 两方')
      .choices(['treatment', 'insured', 'both'])
      .default('both'),
  );

const ofDisease = (command: Command): Command =>
  command.option('--disease <code>', '只看一个病种，如 M05300；common 为通用交易，outside 为非范围内病种');

/** `kuasheng acceptance status|missing|explain|expect|report`: how far a province is from passing the official test 验收. */
export const addAcceptanceKit = (acceptance: Command, { terminal, finish }: Cli): void => {
  const status = acceptance.command('status').description('各项要求的状态；还有未完成的，退出码为 1');
  ofDisease(withRole(ofProvince(withWorkspace(status))))
    .option('--all', '逐项列出；缺省只列各病种合计')
    .action((options: StatusOptions) =>
      finish(import('../acceptance/status.ts').then(({ showStatus }) => showStatus(terminal, options))),
    );

  const missing = acceptance.command('missing').description('还差什么，下一步发什么；全部完成时退出码为 0');
  ofDisease(withRole(ofProvince(withWorkspace(missing)))).action((options: StatusOptions) =>
    finish(import('../acceptance/status.ts').then(({ showMissing }) => showMissing(terminal, options))),
  );

  const explain = acceptance
    .command('explain')
    .argument('<row...>', '要求的编号，如 2.M05300.17；residents 为各病种的居民')
    .description('情况说明：文件允许说明的项目，写进测试说明');
  ofProvince(withWorkspace(explain))
    .requiredOption('--text <text>', '说明文字；空文字为撤回')
    .action((rows: readonly string[], options: ExplainOptions) =>
      finish(import('../acceptance/explain.ts').then(({ explainRows }) => explainRows(terminal, rows, options))),
    );

  const expect = acceptance
    .command('expect')
    .argument('<file>', 'JSON 数组：人员、病种、总额、各基金支付（元）；- 为标准输入；空数组为撤回')
    .description('待遇验证的期望结果，代替沙箱按参保地政策的计算');
  ofProvince(withWorkspace(expect)).action((file: string, options: ExpectOptions) =>
    finish(import('../acceptance/expect.ts').then(({ expectBenefits }) => expectBenefits(terminal, file, options))),
  );

  const report = acceptance.command('report').description('填好的《接口测试情况表》；还有未完成的，退出码为 1');
  withRole(ofProvince(withWorkspaceFiles(report)))
    .option('--html <file>', '写成可打印的网页（A4）')
    .option('--json <file>', '写成 JSON')
    .option('--junit <file>', '写成 JUnit XML')
    .action((options: ReportOptions) =>
      finish(import('../acceptance/report.ts').then(({ writeReport }) => writeReport(terminal, options))),
    );
};
