import { InvalidArgumentError, type Command } from 'commander';
import type { Cli } from '../cli.ts';
import { addFaultCommands } from '../device/faults.ts';
import { addHands } from '../device/hands.ts';
import { readDevice } from '../device/read.ts';
import { addSetUp } from '../device/set-up.ts';
import { watchDevices, type WatchOptions } from '../device/watch.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';

const whole = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('应为整数');
  return Number(text);
};

/** `kuasheng device …`: virtual readers at the window, and the hands that use them. */
export const addDevice = (program: Command, cli: Cli): void => {
  const { terminal, finish } = cli;
  const device = program.command('device').description('虚拟读卡器、扫码盒、综合服务终端：插卡、出示、密码、故障');
  addSetUp(device, cli);
  addHands(device, cli);
  withWorkspace(
    device
      .command('read')
      .description('像客户端一样发一条指令')
      .argument('<id>')
      .argument('[command]', 'read-card、read-id、scan、verify-pin …', 'read-card'),
  ).action((id: string, command: string, options: ServerOptions) => finish(readDevice(terminal, id, command, options)));
  withWorkspace(device.command('watch').description('看设备上发生的事').argument('[id]', '缺省为全部设备'))
    .option('--count <n>', '看到几件就结束', whole)
    .option('--after <seq>', '从这个序号之后看起', whole)
    .action((id: string | undefined, options: WatchOptions) => finish(watchDevices(terminal, id, options)));
  addFaultCommands(device, cli);
};
