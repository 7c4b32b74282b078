import { InvalidArgumentError, Option, type Command } from 'commander';
import { isAdmdvs, provinceOf } from '../../../kernel/admdvs.ts';
import type { Cli } from '../cli.ts';
import type { SelfRunOptions } from '../self-run/play.ts';
import { baseOption, tokenOption, withJson, workspaceOption } from '../server/options.ts';

const province = (text: string): string => {
  if (!isAdmdvs(text) || provinceOf(text) !== text) throw new InvalidArgumentError('应为省级区划，如 440000');
  return text;
};

const WHICH = '沙箱地址；不写则用本机已启动的，没有启动则自己起一个，只在内存中';

/** `kuasheng acceptance run`: the whole acceptance script, played over HTTP as a rehearsal 自检. */
export const addAcceptanceRun = (acceptance: Command, { terminal, finish }: Cli): void => {
  withJson(
    acceptance
      .command('run')
      .description('自检：按验证测试脚本走一遍，六个病种和范围外病种，两省都由本命令扮演；只是演练，不计入验收')
      .requiredOption('--province <code>', '受测省份的省级区划，如 440000', province)
      .option('--partner <code>', '配合测试的省份，缺省为 610000；受测的是 610000 则为 440000', province)
      .addOption(
        new Option('--role <role>', '受测省份的角色：就医省、参保省、两者')
          .choices(['treatment', 'insured', 'both'])
          .default('both'),
      )
      .addOption(baseOption(WHICH, '--url, --base <url>').env('KUASHENG_BASE'))
      .addOption(workspaceOption().env('KUASHENG_WORKSPACE'))
      .addOption(tokenOption().env('KUASHENG_TOKEN')),
  ).action((options: SelfRunOptions) =>
    finish(import('../self-run/play.ts').then(({ playSelfRun }) => playSelfRun(terminal, options))),
  );
};
