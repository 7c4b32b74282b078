import type { z } from 'zod';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import type { HisBook, HisRow } from '../types/his-book.ts';
import { COLUMNS, hisRowForm, MOST_ROWS, STATE_NAMES } from './book-form.ts';

/** A row as it came: its line, and its cells by column. */
export type RawRow = { readonly line: number; readonly cells: Readonly<Record<string, unknown>> };

/** What is wrong with a row; no line where the whole is meant. */
export type RowProblem = { readonly line?: number; readonly message: string };

/** Reads one row by a form; problems are sentences. */
export type ReadRow = (
  form: z.ZodType<z.infer<typeof hisRowForm>>,
  cells: unknown,
) => Result<HisRow, readonly RowProblem[]>;

/** Reads a HIS's own book, or says what is wrong with it, line by line. */
export const readBook = (
  rows: readonly RawRow[],
  about: Pick<HisBook, 'source' | 'at' | 'before'> & { readonly institutions?: readonly string[] },
  readRow: ReadRow,
): Result<HisBook, readonly RowProblem[]> => {
  if (rows.length > MOST_ROWS)
    return fail([{ message: `一次最多 ${MOST_ROWS} 行，收到 ${rows.length} 行，请按日分开` }]);
  const read = rows.map(({ line, cells }) => ({ line, row: readRow(hisRowForm, tidied(cells)) }));
  const problems = read.flatMap(({ line, row }) => (row.ok ? [] : row.error.map(({ message }) => ({ line, message }))));
  const given = read.flatMap(({ line, row }) => (row.ok ? [{ line, row: row.value }] : []));
  const all = [...problems, ...repeatedRows(given)];
  if (all.length > 0) return fail(all);
  const own = new Set([...(about.institutions ?? []), ...given.map(({ row }) => row.fixmedins_code)]);
  if (own.size === 0) return fail([{ message: '没有数据行，也没有说是哪家机构的账：空账请写 fixmedins_code' }]);
  const { source, at, before } = about;
  return ok({
    source,
    at,
    ...(before !== undefined && { before }),
    institutions: [...own].sort(),
    rows: given.map(({ row }) => row),
  });
};

/** A cell that is empty is not there; a state may be written in Chinese. */
const tidied = (cells: RawRow['cells']): Record<string, unknown> => {
  const filled = Object.entries(cells).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  return Object.fromEntries(
    filled.map(([key, value]) => [key, key === 'state' ? (STATE_NAMES[String(value)] ?? value) : value]),
  );
};

/** A settlement stands once in a book. */
const repeatedRows = (rows: readonly { readonly line: number; readonly row: HisRow }[]): RowProblem[] => {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, row: { fixmedins_code, setl_id } }) => {
    const key = `${fixmedins_code} ${setl_id ?? ''}`;
    const earlier = first.get(key);
    if (setl_id === undefined) return [];
    if (earlier !== undefined) return [{ line, message: `结算ID setl_id（${setl_id}）与第 ${earlier} 行重复` }];
    first.set(key, line);
    return [];
  });
};

/** The column that a head names, by its code or by a Chinese name. */
export const columnOf = (head: string): string | undefined =>
  Object.keys(COLUMNS).find((code) => code === head.toLowerCase() || COLUMNS[code]?.includes(head));
