import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { CatalogueItem } from '../../../rules/catalogue/catalogue-item.ts';
import { decodeText } from '../../wire/decode-text.ts';
import { readForm } from '../../wire/read-form.ts';
import { catalogueRow } from './catalogue-row.ts';
import { columnOf } from './catalogue-columns.ts';
import { csvRecords } from './csv-records.ts';

/** A spreadsheet as bytes, UTF-8 or GBK, its first line the heads; or rows of JSON. */
export type CatalogueSource = { readonly csv: Uint8Array } | { readonly rows: readonly unknown[] };

/** What is wrong, and in which line; rows of JSON are counted from 1. No line where the file as a whole is meant. */
export type LineProblem = { readonly line?: number; readonly message: string };

export type ReadCatalogue = { readonly items: readonly CatalogueItem[]; readonly ignored: readonly string[] };

type Row = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

/** Rows that are read before others have their turn. */
const STRETCH = 500;

/** Reads all rows, or says what is wrong with them, line by line. Gives way to messages while it does. */
export const readCatalogue = async (
  source: CatalogueSource,
): Promise<Result<ReadCatalogue, readonly LineProblem[]>> => {
  const ignored = new Set<string>();
  const items = new Map<string, { readonly line: number; readonly item: CatalogueItem }>();
  const problems: LineProblem[] = [];
  let count = 0;
  for (const { line, cells } of 'csv' in source ? rowsOfCsv(source.csv, ignored) : rowsOfJson(source.rows, ignored)) {
    const row = readForm(catalogueRow, cells);
    if (!row.ok) problems.push(...row.error.map(({ message }) => ({ line, message })));
    else {
      const { med_list_codg } = row.value;
      const earlier = items.get(med_list_codg);
      if (earlier) problems.push({ line, message: `${med_list_codg} 与第 ${earlier.line} 行重复` });
      else items.set(med_list_codg, { line, item: row.value });
    }
    count += 1;
    if (count % STRETCH === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  if (count === 0)
    return fail([{ message: '没有数据行：第一行应为列名，如 med_list_codg,name,chrgitm_lv,selfpay_prop' }]);
  if (problems.length > 0) return fail(problems);
  return ok({ items: [...items.values()].map(({ item }) => item), ignored: [...ignored] });
};

function* rowsOfCsv(bytes: Uint8Array, ignored: Set<string>): Generator<Row> {
  let heads: readonly string[] | undefined;
  for (const { line, cells } of csvRecords(decodeText(bytes).text)) {
    if (heads) yield { line, cells: named(heads, cells, ignored) };
    else heads = cells;
  }
}

function* rowsOfJson(rows: readonly unknown[], ignored: Set<string>): Generator<Row> {
  for (const [index, row] of rows.entries()) {
    const fields = Object.entries(typeof row === 'object' && row !== null ? row : {});
    const heads = fields.map(([head]) => head);
    yield {
      line: index + 1,
      cells: named(
        heads,
        fields.map(([, value]) => textOf(value)),
        ignored,
      ),
    };
  }
}

/** A row by its columns; empty cells are left out. */
const named = (heads: readonly string[], cells: readonly string[], ignored: Set<string>): Row['cells'] => {
  const row: Record<string, string> = {};
  for (const [index, head] of heads.entries()) {
    const column = columnOf(head);
    const cell = cells[index] ?? '';
    if (column === undefined && head !== '') ignored.add(head);
    if (column !== undefined && cell !== '') row[column] = cell;
  }
  return row;
};

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
