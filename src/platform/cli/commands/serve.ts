import { InvalidArgumentError, Option, type Command } from 'commander';
import { isCivilDate, isCivilDateTime, type CivilDateTime } from '../../../kernel/civil-time.ts';
import type { Cli } from '../cli.ts';
import { policiesOption, withJson } from '../server/options.ts';
import type { ServeOptions } from '../serve/serve.ts';

const port = (text: string): number => {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('应为 0 到 65535 的整数');
  return Number(text);
};

const moment = (text: string): CivilDateTime => {
  if (!isCivilDateTime(text) && !isCivilDate(text)) throw new InvalidArgumentError('应为 "2026-09-01 08:00:00"');
  return text;
};

/** `kuasheng serve`: the sandbox in this process. */
export const addServe = (program: Command, { terminal, finish }: Cli): void => {
  withJson(program.command('serve').description('启动沙箱'))
    .option('--host <address>', '监听地址', '127.0.0.1')
    .option('--port <n>', '监听端口，0 为任一空闲端口', port, 8686)
    .option('--data <dir>', '数据目录，缺省为当前目录的 .kuasheng')
    .addOption(new Option('--memory', '不留数据，结束即清除').conflicts('data'))
    .addOption(policiesOption())
    .option('--seed <text>', '虚拟参保人群的种子，新建或重置的工作区采用；种子相同，人员相同')
    .option('--now <time>', '沙箱时间从这一刻走起，如 "2026-09-01 08:00:00"', moment)
    .option('--strict', '报文不符合接口表即拒绝，写入工作区的设置')
    .option('--sscard <port>', '另开 SSCard 读卡服务（WebSocket），通常为 12342', port)
    .option('--sscard-reader <device>', '它用哪台读卡器，其他工作区的写 team-a/reader-1', 'reader-1')
    .option('--face <port>', '另开综合服务终端的 /api/open，通常为 4301', port)
    .option('--face-terminal <device>', '它用哪台终端', 'terminal-1')
    .option(
      '--device-origin <origin...>',
      '允许使用读卡器的网页来源，如 http://his.example；本机的网页不必写，直接打开的文件写 null',
    )
    .option('--token <text>', '控制接口的口令；监听本机以外的地址时，不写则生成一个')
    .action((options: ServeOptions) =>
      finish(import('../serve/serve.ts').then(({ serveSandbox }) => serveSandbox(terminal, options))),
    );
};
