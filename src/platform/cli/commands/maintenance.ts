import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { lineOf, listInWords, type Row } from '../maintenance/in-words.ts';
import { ask, control } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';

type One = { readonly maintenance: Row };
type Many = { readonly maintenance: readonly Row[] };

type ScheduleOptions = ServerOptions & {
  readonly from?: string;
  readonly to: string;
  readonly lead?: string;
  readonly warn?: true;
  readonly transactions?: string[];
  readonly text: string;
};
type ExtendOptions = ServerOptions & { readonly to?: string; readonly text?: string };

/** `kuasheng maintenance list|schedule|extend|cancel`: when a node, or some of its transactions, do not answer. */
export const addMaintenance = (program: Command, cli: Cli): void => {
  const maintenance = program.command('maintenance').description('停机维护：国家平台、一个省、一个统筹区，或个别交易');
  addList(maintenance, cli);
  addSchedule(maintenance, cli);
  addExtend(maintenance, cli);
  addCancel(maintenance, cli);
};

const addList = (maintenance: Command, { terminal, finish }: Cli): void => {
  const list = async (options: ServerOptions) =>
    show(terminal, options, await ask<Many>(options, '/maintenance'), ({ maintenance: rows }) =>
      listInWords(rows, terminal.columns),
    );
  withWorkspace(maintenance.command('list').description('已登记的停机维护：提前期、状态、还有多久')).action(
    (options: ServerOptions) => finish(list(options)),
  );
};

const addSchedule = (maintenance: Command, cli: Cli): void => {
  withWorkspace(maintenance.command('schedule').description('登记停机维护；期间的报文立即得到停机信息'))
    .argument('<node>', 'national 国家平台，统筹区区划如 440300，省级区划如 440000，或 all 各方（须写明交易）')
    .option('--from <time>', '开始，如 2026-09-01T22:00，缺省为现在（工作区的时间）')
    .requiredOption('--to <time>', '结束，开始后 31 天以内')
    .option('--lead <duration>', '提前期，如 30min、2h、1d：开始前这段时间停办新业务，退费、冲正、查询照常')
    .option('--warn', '提前期内新业务照办，warn_msg 附停机信息')
    .option('--transactions <infno,…>', '只停这些交易，如 2206,2207；1301 须写明 national/1301', listOf)
    .requiredOption('--text <text>', '停机信息')
    .action((node: string, { warn, ...options }: ScheduleOptions) => {
      const { from, to, lead, transactions, text, ...rest } = options;
      const body = { node, to, text, from, lead, transactions, ...(warn && { newBusiness: 'warned' }) };
      return cli.finish(post(cli, rest, '/maintenance', '已登记', body));
    });
};

const addExtend = (maintenance: Command, cli: Cli): void => {
  withWorkspace(maintenance.command('extend').description('延长停机维护，或改停机信息；已结束、已取消的不能'))
    .argument('<id>', '编号')
    .option('--to <time>', '新的结束时间，晚于原来的')
    .option('--text <text>', '新的停机信息')
    .action((id: string, { to, text, ...options }: ExtendOptions) =>
      cli.finish(post(cli, options, `/maintenance/${encodeURIComponent(id)}/extend`, '已延长', { to, text })),
    );
};

const addCancel = (maintenance: Command, cli: Cli): void => {
  withWorkspace(maintenance.command('cancel').description('取消停机维护').argument('<id>', '编号')).action(
    (id: string, options: ServerOptions) =>
      cli.finish(post(cli, options, `/maintenance/${encodeURIComponent(id)}/cancel`, '已取消')),
  );
};

/** JSON leaves out what was not given. */
const post = async ({ terminal }: Cli, options: ServerOptions, path: string, done: string, body?: object) => {
  const answer = await control<One>(options, { method: 'POST', path, ...(body && { body }) });
  return show(terminal, options, answer, ({ maintenance: row }) => `${done} ${lineOf(row)}`);
};

const listOf = (text: string): string[] => text.split(/[,，]/).map((one) => one.trim());
