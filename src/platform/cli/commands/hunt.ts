import { InvalidArgumentError, type Command } from 'commander';
import type { Cli } from '../cli.ts';
import type { HuntOptions } from '../hunt/hunt.ts';
import { baseOption, tokenOption, withJson } from '../server/options.ts';

const whole =
  (most: number) =>
  (text: string): number => {
    if (!/^[1-9]\d{0,6}$/.test(text) || Number(text) > most) throw new InvalidArgumentError(`应为 1 到 ${most} 的整数`);
    return Number(text);
  };

const seed = (text: string): string => {
  if (!/^[\w.-]{1,40}$/.test(text)) throw new InvalidArgumentError('应为字母、数字、下划线、点、连字符，最多 40 个');
  return text;
};

/** `kuasheng hunt -- COMMAND…`: random faults against a HIS; what fails is made small and written down. */
export const addHunt = (program: Command, { terminal, finish }: Cli): void => {
  withJson(
    program
      .command('hunt')
      .argument('<command...>', '让被测系统结算一个患者的命令，写在 -- 之后')
      .description('随机故障之下，被测系统会不会丢钱、重复收费、留下单边账（docs/hunt.md）')
      .option('--campaigns <n>', '多少次', whole(1_000_000), 200)
      .option('--seed <text>', '同一个 seed 是同样的故障', seed, '1')
      .option('--jobs <n>', '同时几次，各在自己的工作区', whole(32), 2)
      .option('--out <dir>', '出错的写成场景文件放在这里', 'hunt')
      .option('--again <file>', '只把这个文件（上次写下的）里的故障再走一遍')
      .option('--speed <n>', '沙箱的时间比机器快多少倍', whole(10_000), 100)
      .option('--timeout <ms>', '告诉被测系统等应答多久', whole(600_000), 1_000)
      .option('--patience <s>', '命令最多运行多久', whole(3_600), 120)
      .addOption(baseOption('沙箱地址；不写则自己起一个，只在内存中').env('KUASHENG_BASE'))
      .addOption(tokenOption().env('KUASHENG_TOKEN')),
  ).action((command: readonly string[], options: HuntOptions) =>
    finish(import('../hunt/hunt.ts').then(({ huntCommand }) => huntCommand(terminal, command, options))),
  );
};
