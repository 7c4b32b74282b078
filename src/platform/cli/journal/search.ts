import { ok, type Result } from '../../../kernel/result.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { ask } from '../server/control.ts';
import { failed, type Failure } from '../server/failure.ts';
import { askLines } from '../server/lines.ts';
import type { ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';
import { queryOf, type FilterOptions } from './filter.ts';
import { rowsInWords, type Row } from './rows.ts';

export type SearchOptions = ServerOptions & FilterOptions & { readonly limit: number; readonly before?: number };

type Found = {
  readonly rows: readonly Row[];
  readonly next: number | null;
  readonly dropped: { readonly rows: number; readonly until: string } | null;
};

/** `kuasheng journal list`, `kuasheng journal search TEXT`: rows newest first. */
export const searchRows = async (
  terminal: Terminal,
  text: string | undefined,
  options: SearchOptions,
): Promise<ExitCode> => {
  const { limit, before } = options;
  const query = queryOf(options, {
    ...(text !== undefined && { text }),
    limit: String(limit),
    ...(before !== undefined && { before: String(before) }),
  });
  const found: Result<Found, Failure> = await ask<Found>(options, `/journal${query}`);
  return show(terminal, options, found, (value) => foundInWords(value, terminal.columns));
};

const foundInWords = ({ rows, next, dropped }: Found, columns: number): string =>
  [
    rows.length === 0 ? '没有符合的报文' : rowsInWords(rows, columns),
    ...(next === null ? [] : [`还有更早的：加 --before ${next}`]),
    ...(dropped === null ? [] : [`更早的 ${dropped.rows} 条（到 ${dropped.until}）已按保留设置删除`]),
  ].join('\n');

type Hit = {
  readonly trace?: string;
  readonly infno?: string;
  readonly direction: 'in' | 'out';
  readonly encoding: string;
  readonly excerpt: string;
};
type End = { readonly done: true; readonly scanned: number; readonly hits: number };

/** `kuasheng journal search TEXT --bodies`: the raw bytes of both sides, hits as they are found. */
export const searchBodies = async (terminal: Terminal, text: string, options: ServerOptions): Promise<ExitCode> => {
  const lines = await askLines(options, { path: `/journal/bodies?text=${encodeURIComponent(text)}` });
  if (!lines.ok) return failed(terminal, lines.error);
  for await (const line of lines.value) terminal.out(options.json ? line : hitInWords(JSON.parse(line) as Hit | End));
  return EXIT.ok;
};

const hitInWords = (line: Hit | End): string =>
  'done' in line
    ? `查了 ${line.scanned} 份原始报文，${line.hits} 份里有`
    : [
        line.trace ?? '（日志已删）',
        line.infno ?? '',
        line.direction === 'in' ? '请求' : '应答',
        line.encoding,
        `…${line.excerpt}…`,
      ].join('  ');

type State = {
  readonly rows: number;
  readonly oldest?: { readonly at: string };
  readonly newest?: { readonly at: string };
  readonly dropped: { readonly rows: number; readonly until: string | null };
  readonly bodies: { readonly size: number; readonly dropped: number };
  readonly index: { readonly waiting: number };
  readonly keeps: { readonly journalRows: number; readonly journalDays: number; readonly bodiesMegabytes: number };
};

/** `kuasheng journal state`: how much there is, and what retention has taken. */
export const journalState = async (terminal: Terminal, options: ServerOptions): Promise<ExitCode> =>
  show(terminal, options, await ask<State>(options, '/journal/state'), stateInWords);

const stateInWords = ({ rows, oldest, newest, dropped, bodies, index, keeps }: State): string =>
  [
    `日志 ${rows} 条${oldest && newest ? `，${oldest.at} 至 ${newest.at}` : ''}，最多 ${keeps.journalRows} 条` +
      `${keeps.journalDays === 0 ? '' : `、${keeps.journalDays} 天`}；已删 ${dropped.rows} 条${
        dropped.until === null ? '' : `（到 ${dropped.until}）`
      }`,
    `原始报文 ${Math.ceil(bodies.size / 1_048_576)} MiB，最多 ${keeps.bodiesMegabytes} MiB；已删 ${bodies.dropped} 份`,
    `检索索引待收 ${index.waiting} 条`,
  ].join('\n');

type Hash = { readonly hash: string; readonly rows: number; readonly withoutAnswer: number };

/** `kuasheng journal hash` */
export const journalHash = async (terminal: Terminal, options: ServerOptions): Promise<ExitCode> => {
  const asked = await ask<Hash>(options, '/journal/hash');
  const hash: Result<Hash, Failure> = asked.ok ? ok(asked.value) : asked;
  return show(terminal, options, hash, ({ hash: number, rows, withoutAnswer }) =>
    [number, `${rows} 条${withoutAnswer === 0 ? '' : `，其中 ${withoutAnswer} 条没有保留应答`}`].join('\n'),
  );
};
