import { InvalidArgumentError, Option, type Command } from 'commander';
import { GROUPS } from '../../features/scenario/groups.ts';
import type { Cli } from '../cli.ts';
import type { ListOptions } from '../scenario/list.ts';
import type { RunOptions } from '../scenario/run.ts';
import { baseOption, tokenOption, withJson } from '../server/options.ts';

const jobs = (text: string): number => {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('应为 1 到 99 的整数');
  return Number(text);
};

const groupOption = () => new Option('--group <group>', '只要一个分组').choices(Object.keys(GROUPS));

/** `kuasheng scenario …`: stories of what goes right and wrong between a HIS and the platform, as YAML files. */
export const addScenario = (program: Command, { terminal, finish }: Cli): void => {
  const scenario = program.command('scenario').description('场景：检查、列出、运行（docs/scenarios.md）');

  withJson(scenario.command('list').description('随附的全部场景'))
    .addOption(groupOption())
    .action((options: ListOptions) =>
      finish(import('../scenario/list.ts').then(({ listScenarios }) => listScenarios(terminal, options))),
    );

  withJson(
    scenario
      .command('lint')
      .argument('[path...]', 'YAML 文件或文件夹；不写则检查随附的')
      .description('检查场景文件：哪一行、哪个键、写的是什么、应为什么'),
  ).action((paths: readonly string[], options: { readonly json?: true }) =>
    finish(import('../scenario/lint.ts').then(({ lintScenarios }) => lintScenarios(terminal, paths, options))),
  );

  withJson(
    scenario
      .command('run')
      .argument('[name...]', '场景名，或自己的 YAML 文件')
      .description('运行场景，各在自己的工作区，走完即删')
      .option('--all', '全部场景；等待被测系统的除外')
      .addOption(groupOption())
      .addOption(baseOption('沙箱地址；不写则自己起一个，只在内存中').env('KUASHENG_BASE'))
      .addOption(tokenOption().env('KUASHENG_TOKEN'))
      .option('--jobs <n>', '同时运行几个', jobs, 4)
      .option('--junit <file>', '结果另写成 JUnit XML')
      .option('--keep', '走完留下工作区；要和 --base 一起用')
      .option('--assign', '等待被测系统的场景：就诊机构的报文路径里没有 /w/名称 时，进入场景的工作区'),
  ).action((names: readonly string[], options: RunOptions) =>
    finish(import('../scenario/run.ts').then(({ runScenarios }) => runScenarios(terminal, names, options))),
  );
};
