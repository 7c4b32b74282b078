import { InvalidArgumentError, Option, type Command } from 'commander';
import { isCivilDate, type CivilDate } from '../../../kernel/civil-time.ts';
import type { Cli } from '../cli.ts';
import type { DiffOptions } from '../policy/diff.ts';
import type { LintOptions } from '../policy/lint.ts';
import type { ShowOptions } from '../policy/show.ts';
import { policiesOption, withJson } from '../server/options.ts';

const day = (text: string): CivilDate => {
  if (!isCivilDate(text)) throw new InvalidArgumentError('应为日期，如 2026-09-01');
  return text;
};

/** `kuasheng policy …`: the policies of the insured places, checked, shown and compared. */
export const addPolicy = (program: Command, { terminal, finish }: Cli): void => {
  const policy = program.command('policy').description('参保地政策：检查文件、查看数值、比较');

  withJson(
    policy
      .command('lint')
      .argument('[dir...]', '自己的政策文件夹，其中每个地方一个文件夹；一个地方的文件夹也可以')
      .description('检查随附的和自己的政策文件，逐条说明文件、行和原因'),
  ).action((folders: readonly string[], options: LintOptions) =>
    finish(import('../policy/lint.ts').then(({ lintFolders }) => lintFolders(terminal, folders, options))),
  );

  withJson(
    policy
      .command('show')
      .argument('<place>', '医保区划或名称，如 610100、西安')
      .description('一个地方在某天的全部数值、条件和来源，用来与官方文件核对'),
  )
    .option('--on <date>', '费用发生日期，缺省为今天', day)
    .addOption(new Option('--insutype <code>', '只看一个险种：310 职工，390 居民').choices(['310', '390']))
    .addOption(
      new Option('--benefit <name>', '只看一种待遇：chronic 门诊慢特病，general 普通门诊，supplement 补充保障').choices(
        ['chronic', 'general', 'supplement'],
      ),
    )
    .addOption(policiesOption())
    .action((place: string, options: ShowOptions) =>
      finish(import('../policy/show.ts').then(({ showPolicy }) => showPolicy(terminal, place, options))),
    );

  withJson(
    policy
      .command('diff')
      .argument('<place>', '医保区划或名称')
      .argument('[other]', '另一个地方；不写则比较一个地方的两天')
      .description('两天之间、两地之间有哪些条件和数值不同'),
  )
    .option('--on <date>', '费用发生日期；比较两地时缺省为今天', day)
    .option('--to <date>', '比较一个地方的两天时的另一天，缺省为今天', day)
    .addOption(policiesOption())
    .action((place: string, other: string | undefined, options: DiffOptions) => {
      const places = other === undefined ? [place] : [place, other];
      return finish(import('../policy/diff.ts').then(({ diffPolicies }) => diffPolicies(terminal, places, options)));
    });
};
