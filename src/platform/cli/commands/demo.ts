import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import type { DemoOptions } from '../demo/demo.ts';
import { FIRST_PERSONA } from '../server/personas.ts';
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
      .option('--persona <id>', '就诊人：有社会保障卡和高血压病种资格', FIRST_PERSONA),
  ).action((options: DemoOptions) =>
    finish(import('../demo/demo.ts').then(({ playDemo }) => playDemo(terminal, options))),
  );
};
