import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import type { DemoOptions } from '../demo/demo.ts';
import { baseOption, tokenOption, withJson, workspaceOption } from '../server/options.ts';

/** `kuasheng demo`: the main job, played over HTTP. */
export const addDemo = (program: Command, { terminal, finish }: Cli): void => {
  withJson(
    program
      .command('demo')
      .description('走一遍主要业务：签到、读卡、挂号、上传、预结算、结算、重发、退费、冲正、再结算')
      .addOption(baseOption('沙箱地址；不写则自己起一个，只在内存中'))
      .addOption(workspaceOption())
      .addOption(tokenOption())
      .option('--disease <code>', '病种代码，如 M01600：用该病种的演示费用；缺省为 M03900 高血压')
      .option('--persona <id>', '就诊人：有社会保障卡和该病种资格；缺省为演示费用所配的人员'),
  ).action((options: DemoOptions) =>
    finish(import('../demo/demo.ts').then(({ playDemo }) => playDemo(terminal, options))),
  );
};
