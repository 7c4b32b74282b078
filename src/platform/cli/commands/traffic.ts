import { InvalidArgumentError, type Command } from 'commander';
import type { Cli } from '../cli.ts';
import { control } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';

type Options = ServerOptions & {
  readonly settlements: number;
  readonly months: number;
  readonly provinces: 'all' | string[];
  readonly hospital?: readonly string[];
  readonly confirm: boolean;
};

type Answer = {
  readonly months: readonly string[];
  readonly played: { settlements: number; refunds: number; reversals: number; refused: number; confirmed?: number };
};

const whole = (text: string): number => {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('应为正整数');
  return Number(text);
};

const listed = (text: string): string[] => text.split(/[,，]/).map((one) => one.trim());

const provincesMeant = (text: string): 'all' | string[] => (text === 'all' ? 'all' : listed(text));

const hospitalsMeant = (text: string, before: readonly string[] = []): string[] => [...before, ...listed(text)];

/** `kuasheng traffic`: a history of settlements, refunds and reversals, for reconciliation and clearing to work on. */
export const addTraffic = (program: Command, { terminal, finish }: Cli): void => {
  const play = async ({ settlements, months, provinces, hospital, confirm, ...options }: Options) =>
    show(
      terminal,
      options,
      await control<Answer>(options, {
        method: 'POST',
        path: '/traffic',
        body: {
          ...{ settlements, months, confirm },
          ...(provinces !== 'all' && { provinces }),
          ...(hospital && { hospitals: hospital }),
        },
      }),
      inWords,
    );
  withWorkspace(program.command('traffic').description('历史流量：在已过去的几个月里补入跨省结算、退费、冲正'))
    .requiredOption('--settlements <n>', '结算笔数', whole)
    .option('--months <n>', '本月之前几个月', whole, 3)
    .option('--provinces <codes>', 'all，或省级区划，如 440000,610000；有 --hospital 时是参保省', provincesMeant, 'all')
    .option('--hospital <codes>', '医院自己的历史：外省参保人在这些机构就诊，逗号分隔，可多次', hospitalsMeant)
    .option('--confirm', '已过确认截止日的月份由医院按 3261 确认（用于 --hospital）', false)
    .action((options: Options) => finish(play(options)));
};

const inWords = ({ months, played }: Answer): string => {
  const { settlements, refunds, reversals, refused, confirmed = 0 } = played;
  const said = confirmed > 0 ? `；3261 确认 ${confirmed} 行` : '';
  const told = refused > 0 ? `；${refused} 笔没有结成：参保地政策不允许，或参保地由外接系统应答` : '';
  return `${months[0]} 至 ${months.at(-1)}：结算 ${settlements} 笔，退费 ${refunds} 笔，冲正 ${reversals} 笔${said}${told}`;
};
