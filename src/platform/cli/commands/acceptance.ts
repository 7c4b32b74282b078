import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { addAcceptanceKit } from './acceptance-kit.ts';
import { addAcceptanceRun } from './acceptance-run.ts';

/** `kuasheng acceptance …`: the acceptance of a province 验收, and a rehearsal of it. */
export const addAcceptance = (program: Command, cli: Cli): void => {
  const acceptance = program.command('acceptance').description('验收：按国家平台的通过标准、测试脚本和情况表核对');
  addAcceptanceKit(acceptance, cli);
  addAcceptanceRun(acceptance, cli);
};
