import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { table } from '../layout/table.ts';
import { ask, control } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';

/** A maintenance window as the control API tells it. */
type Row = {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly state: 'planned' | 'running' | 'over' | 'cancelled';
};
type One = { readonly maintenance: Row };
type Many = { readonly maintenance: readonly Row[] };

type ScheduleOptions = ServerOptions & { readonly from?: string; readonly to: string; readonly text: string };

/** `kuasheng maintenance list|schedule|cancel`: when the national node or a place does not answer. */
export const addMaintenance = (program: Command, { terminal, finish }: Cli): void => {
  const maintenance = program.command('maintenance').description('停机维护：国家平台、一个省或一个统筹区');

  const list = async (options: ServerOptions) =>
    show(terminal, options, await ask<Many>(options, '/maintenance'), (rows) => listInWords(rows, terminal.columns));
  withWorkspace(maintenance.command('list').description('已登记的停机维护')).action((options: ServerOptions) =>
    finish(list(options)),
  );

  const schedule = async (node: string, { from, to, text, ...options }: ScheduleOptions) => {
    const body = { node, to, text, ...(from !== undefined && { from }) };
    const answer = await control<One>(options, { method: 'POST', path: '/maintenance', body });
    return show(terminal, options, answer, ({ maintenance: row }) => `已登记 ${lineOf(row)}`);
  };
  withWorkspace(maintenance.command('schedule').description('登记停机维护；期间的报文立即得到停机信息'))
    .argument('<node>', 'national 国家平台，统筹区区划如 440300，或省级区划如 440000')
    .option('--from <time>', '开始，如 2026-09-01T22:00，缺省为现在（工作区的时间）')
    .requiredOption('--to <time>', '结束，开始后 31 天以内')
    .requiredOption('--text <text>', '停机信息')
    .action((node: string, options: ScheduleOptions) => finish(schedule(node, options)));

  const cancel = async (id: string, options: ServerOptions) => {
    const path = `/maintenance/${encodeURIComponent(id)}/cancel`;
    const answer = await control<One>(options, { method: 'POST', path });
    return show(terminal, options, answer, ({ maintenance: row }) => `已取消 ${lineOf(row)}`);
  };
  withWorkspace(maintenance.command('cancel').description('取消停机维护').argument('<id>', '编号')).action(
    (id: string, options: ServerOptions) => finish(cancel(id, options)),
  );
};

const lineOf = ({ id, name, from, to, text }: Row): string =>
  `${id}：${name} ${from.slice(0, 16)} 至 ${to.slice(0, 16)}，${text}`;

const STATES: Readonly<Record<Row['state'], string>> = {
  planned: '未开始',
  running: '进行中',
  over: '已结束',
  cancelled: '已取消',
};

const HEADS = [
  { title: '编号' },
  { title: '谁' },
  { title: '开始' },
  { title: '结束' },
  { title: '状态' },
  { title: '停机信息', gives: true },
] as const;

const listInWords = ({ maintenance }: Many, columns: number): string => {
  if (maintenance.length === 0) return '没有停机维护';
  const rows = maintenance.map(({ id, name, from, to, state, text }) => [
    id,
    name,
    from.slice(0, 16),
    to.slice(0, 16),
    STATES[state],
    text,
  ]);
  return table(HEADS, rows, columns);
};
