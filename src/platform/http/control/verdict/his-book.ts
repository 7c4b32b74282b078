import { fail, ok, type Result } from '../../../../kernel/result.ts';
import {
  csvRecords,
  hisBookColumn,
  HIS_BOOK_COLUMN_NAMES,
  keepHisBook,
  readHisBook,
  type RawHisRow,
} from '../../../sandbox.ts';
import { decodeText } from '../../../wire/decode-text.ts';
import { readForm } from '../../../wire/read-form.ts';
import { readBody } from '../../read-body.ts';
import { problem } from '../answers.ts';
import type { ControlContext, ControlHandler } from '../control-env.ts';
import { jsonBody } from '../json-body.ts';

type World = ReturnType<ControlContext['var']['workspace']['world']>;

const MAXIMUM = 4 * 1_048_576;
/** Faults that one answer lists. */
const LISTED = 100;

/**
 * `POST /verdict/his-book`: the HIS's own book, as CSV (UTF-8 or GBK, heads by code or Chinese name) or as JSON
 * `{ "rows": [ … ] }`, the form of the HIS's interface (openapi/his-book.yaml). It takes the place of the one before.
 */
export const postHisBook: ControlHandler = async (c) => {
  const given = await rowsOf(c);
  if (!given.ok) return given.error;
  const world = c.var.workspace.world();
  const institution = c.req.query('institution');
  const about = {
    ...given.value,
    at: world.clock.now(),
    before: await nextExchange(world),
    ...(institution !== undefined && { institutions: [institution] }),
  };
  const book = readHisBook(given.value.rows, about, readForm);
  if (!book.ok) return refused(c, book.error);
  const stranger = book.value.institutions.find((code) => !world.store.reader.institution(code));
  if (stranger !== undefined) return problem(c, 422, `医院的账没有收下：沙箱没有机构 ${stranger}（GET institutions）`);
  await world.queue.submit((writer) => writer.apply([keepHisBook(book.value)]));
  return c.json(
    { rows: book.value.rows.length, institutions: book.value.institutions, source: book.value.source },
    201,
  );
};

/** Exchanges from this number on come after what is given now, wherever the clock stands. */
const nextExchange = (world: World): Promise<number> => world.queue.submit(({ reader }) => reader.lastJournalSeq() + 1);

/** `DELETE /verdict/his-book`: the verdict goes by what the HIS's messages let one think, as before. */
export const deleteHisBook: ControlHandler = async (c) => {
  await c.var.workspace.world().queue.submit((writer) => writer.apply([keepHisBook(undefined)]));
  return c.json({ rows: 0 });
};

const refused = (
  c: ControlContext,
  errors: readonly { readonly line?: number; readonly message: string }[],
): Response => {
  const told = errors
    .slice(0, LISTED)
    .map(({ line, message }) => ({ message: line === undefined ? message : `第 ${line} 行：${message}` }));
  return problem(c, 422, `医院的账没有收下，共 ${errors.length} 处错误；${told[0]?.message ?? ''}`, told);
};

type Rows = { readonly source: 'csv' | 'api'; readonly rows: readonly RawHisRow[] };

const rowsOf = async (c: ControlContext): Promise<Result<Rows, Response>> => {
  if (c.req.header('content-type')?.startsWith('text/csv')) return rowsOfCsv(c);
  const raw = await jsonBody(c, MAXIMUM);
  if (!raw.ok) return raw;
  const rows = (raw.value as { readonly rows?: unknown } | null)?.rows;
  if (!Array.isArray(rows)) return fail(problem(c, 422, '应为 {"rows":[…]}，每行一笔结算'));
  const cells = (row: unknown) => (typeof row === 'object' && row !== null ? (row as RawHisRow['cells']) : {});
  return ok({ source: 'api', rows: rows.map((row, index) => ({ line: index + 1, cells: cells(row) })) });
};

const rowsOfCsv = async (c: ControlContext): Promise<Result<Rows, Response>> => {
  const bytes = await readBody(c.req.raw, MAXIMUM);
  if (bytes === 'too-large') return fail(problem(c, 413, `文件过大：最多 ${MAXIMUM / 1_048_576} MiB，请按日分开`));
  if (bytes === 'broken-off') return fail(problem(c, 400, '内容没有传完'));
  const [head, ...records] = csvRecords(decodeText(bytes).text);
  const columns = (head?.cells ?? []).map(hisBookColumn);
  const unknown = (head?.cells ?? []).filter((cell, at) => columns[at] === undefined && cell !== '');
  if (!head || unknown.length > 0) return fail(problem(c, 422, wrongHead(unknown)));
  const twice = columns.find((column, at) => column !== undefined && columns.indexOf(column) < at);
  if (twice !== undefined) return fail(problem(c, 422, `第一行中 ${twice} 出现了两次，只能有一列`));
  const longer = records.find(({ cells }) => cells.slice(columns.length).some((cell) => cell !== ''));
  if (longer)
    return fail(problem(c, 422, `第 ${longer.line} 行：比第一行多出一列；金额不写千分位，含逗号的内容须加引号`));
  return ok({ source: 'csv', rows: records.map(({ line, cells }) => ({ line, cells: byColumn(columns, cells) })) });
};

const wrongHead = (unknown: readonly string[]): string => {
  const which = unknown.length > 0 ? `，不认识 ${unknown.join('、')}` : '';
  return `第一行应为列名${which}；可用 ${Object.keys(HIS_BOOK_COLUMN_NAMES).join('、')}；逗号或制表符分隔，UTF-8 或 GBK`;
};

const byColumn = (columns: readonly (string | undefined)[], cells: readonly string[]): RawHisRow['cells'] =>
  Object.fromEntries(columns.flatMap((column, at) => (column === undefined ? [] : [[column, cells[at] ?? '']])));
