import { Option, type Command } from 'commander';
import type { clearingStatus, MonthShown } from '../../sandbox.ts';
import type { Cli } from '../cli.ts';
import { addClearingActs } from '../clearing/acts.ts';
import { addCooperation } from '../clearing/cooperation.ts';
import { addClearingFaults } from '../clearing/faults.ts';
import { monthInWords, statusInWords } from '../clearing/in-words.ts';
import { prepaymentsInWords, type Prepayments } from '../clearing/prepayments-in-words.ts';
import { writeDocuments, type DocumentOptions } from '../clearing/write-documents.ts';
import { ask, control } from '../server/control.ts';
import { withWorkspace, withWorkspaceFiles, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';

const MONTH = '清算年月，如 2026-03';

/** `kuasheng clearing …`: 清算 between provinces, what they do in it, what goes wrong. */
export const addClearing = (program: Command, cli: Cli): void => {
  const clearing = program
    .command('clearing')
    .description('跨省清算：对账、清算表、通知书、扣款、预付金、业务协同、故障');
  addRun(clearing, cli);
  addStatus(clearing, cli);
  addDocuments(clearing, cli);
  addPrepayments(clearing, cli);
  addClearingActs(clearing, cli);
  addCooperation(clearing, cli);
  addClearingFaults(clearing, cli);
};

const addRun = (clearing: Command, { terminal, finish }: Cli): void => {
  type Options = ServerOptions & { readonly month: string; readonly until?: string };
  const run = async ({ month, until, ...options }: Options) =>
    show(
      terminal,
      options,
      await control<{ readonly month: MonthShown | null }>(options, {
        method: 'POST',
        path: '/clearing/run',
        body: { month, ...(until !== undefined && { until }) },
      }),
      ({ month: shown }) => (shown ? monthInWords(shown) : `${month} 没有可清算的明细`),
    );
  withWorkspace(clearing.command('run').description('不等日程，把一个月的清算办下去；时钟照走时到期自动办'))
    .requiredOption('--month <yyyy-MM>', MONTH)
    .addOption(
      new Option('--until <stage>', '办到哪一步：申报、生成清算表、发通知书、办结').choices([
        'collected',
        'generated',
        'noticed',
        'closed',
      ]),
    )
    .action((options: Options) => finish(run(options)));
};

const addStatus = (clearing: Command, { terminal, finish }: Cli): void => {
  const status = async (options: ServerOptions) =>
    show(terminal, options, await ask<ReturnType<typeof clearingStatus>>(options, '/clearing'), statusInWords);
  withWorkspace(clearing.command('status').description('各月办到哪一步，对账不平、逾期、协同')).action(
    (options: ServerOptions) => finish(status(options)),
  );
};

const addDocuments = (clearing: Command, { terminal, finish }: Cli): void => {
  withWorkspaceFiles(
    clearing
      .command('documents')
      .description('清算表、应付应收表、明细表、通知书、预付金使用和收支表；年终、预付金调整'),
  )
    .option('--month <yyyy-MM>', MONTH)
    .addOption(new Option('--year <yyyy>', '年终清算汇总表').conflicts(['month', 'adjustment']))
    .addOption(new Option('--adjustment <id>', '预付金调整通知书，如 2027-deposit').conflicts('month'))
    .option('--province <code>', '一个省的全套，如 440000；缺省为全国的')
    .addOption(new Option('--format <format>', '格式').choices(['html', 'xlsx', 'json']).default('html'))
    .option('--out <dir>', '写到哪个文件夹', '.')
    .action((options: DocumentOptions, command: Command) => {
      const { month, year, adjustment } = options;
      if ((month ?? year ?? adjustment) === undefined) command.error('请写明 --month、--year 或 --adjustment');
      return finish(writeDocuments(terminal, options));
    });
};

const addPrepayments = (clearing: Command, { terminal, finish }: Cli): void => {
  type Options = ServerOptions & { readonly month: string };
  const usage = async ({ month, ...options }: Options) =>
    show(terminal, options, await ask<Prepayments>(options, `/clearing/prepayments?month=${month}`), (answer) =>
      prepaymentsInWords(answer, terminal.columns),
    );
  withWorkspace(clearing.command('prepayments').description('预付金使用率（70% 黄色、90% 红色预警）、结余、调整'))
    .requiredOption('--month <yyyy-MM>', MONTH)
    .action((options: Options) => finish(usage(options)));
};
