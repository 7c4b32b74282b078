import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { addAcceptanceKit } from './acceptance-kit.ts';

/** `kuasheng acceptance …`: the acceptance of a province. */
export const addAcceptance = (program: Command, cli: Cli): void => {
  const acceptance = program.command('acceptance').description('验收：门诊慢特病测试通过标准和验证测试脚本');
  addAcceptanceKit(acceptance, cli);
};
