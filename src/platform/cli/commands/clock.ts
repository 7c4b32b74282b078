import { InvalidArgumentError, type Command } from 'commander';
import type { Cli } from '../cli.ts';
import { facts } from '../layout/facts.ts';
import { control, ask } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';

type Clock = {
  readonly clock: {
    readonly mode: string;
    readonly now: string;
    readonly speed?: number;
    readonly step?: number;
    readonly nextDue?: { readonly kind: string; readonly at: string };
  };
  /** Due work that was done on the way. */
  readonly done?: number;
};

const MODES: Readonly<Record<string, string>> = {
  real: '真实时间',
  running: '从设定时刻起走',
  frozen: '停住不动',
  stepped: '每处理一笔报文走一步',
};

const WHEN = '时间：2026-12-31、"2026-12-31 23:59:59"、+3d、+2h、+1mo、tomorrow、month-end、year-end';

const positive = (text: string): number => {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('应为正数');
  return value;
};

/** `kuasheng clock …`: the workspace's virtual time. */
export const addClock = (program: Command, { terminal, finish }: Cli): void => {
  const clock = program.command('clock').description('工作区的虚拟时钟');
  const told = async (options: ServerOptions, answer: ReturnType<typeof control<Clock>>) =>
    show(terminal, options, await answer, clockInWords);
  const put = (options: ServerOptions, body: object) =>
    finish(told(options, control<Clock>(options, { method: 'PUT', path: '/clock', body })));

  withWorkspace(clock.command('show').description('现在几点，时钟怎么走，下一件到期事项')).action(
    (options: ServerOptions) => finish(told(options, ask<Clock>(options, '/clock'))),
  );
  withWorkspace(clock.command('advance').argument('<when>', WHEN).description('快进，途中到期的事项按序办理')).action(
    (to: string, options: ServerOptions) =>
      finish(told(options, control<Clock>(options, { method: 'POST', path: '/clock/advance', body: { to } }))),
  );
  withWorkspace(clock.command('freeze').argument('[when]', WHEN).description('停住，可先走到某一时刻')).action(
    (at: string | undefined, options: ServerOptions) =>
      put(options, { mode: 'frozen', ...(at !== undefined && { at }) }),
  );
  withWorkspace(clock.command('run').argument('[when]', WHEN).description('走动，可从某一时刻起、可加速'))
    .option('--speed <n>', '真实一秒走几秒', positive, 1)
    .action((at: string | undefined, { speed, ...options }: ServerOptions & { readonly speed: number }) =>
      put(options, { mode: 'running', speed, ...(at !== undefined && { at }) }),
    );
  withWorkspace(
    clock.command('step').argument('<seconds>', '每笔报文走几秒', positive).description('每笔报文走一步'),
  ).action((seconds: number, options: ServerOptions) =>
    put(options, { mode: 'stepped', step: Math.round(seconds * 1000) }),
  );
  withWorkspace(clock.command('real').description('回到真实时间（虚拟时间已超前时不能）')).action(
    (options: ServerOptions) => put(options, { mode: 'real' }),
  );
};

const clockInWords = ({ clock, done }: Clock): string =>
  facts(
    [
      ['现在', clock.now],
      ['走法', `${MODES[clock.mode] ?? clock.mode}${paceOf(clock)}`],
      ...(done === undefined ? [] : [['办理到期事项', `${done} 件`] as const]),
      ['下一件', clock.nextDue ? `${clock.nextDue.at} ${clock.nextDue.kind}` : '无'],
    ],
    '',
  );

const paceOf = ({ speed, step }: Clock['clock']): string => {
  if (speed !== undefined && speed !== 1) return `，${speed} 倍`;
  return step === undefined ? '' : `，每步 ${step / 1000} 秒`;
};
