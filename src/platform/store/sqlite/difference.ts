import Sqlite from 'better-sqlite3';

/** A row that one book has and the other has not, or has otherwise. */
export type RowDifference = {
  /** The columns that make it the same row. */
  readonly key: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

/** How a table of one book differs from that of another. */
export type TableDifference = {
  readonly table: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** The first few, in the order of their keys. */
  readonly rows: readonly RowDifference[];
};

type Row = Readonly<Record<string, unknown>>;

/** Rows named one by one for a table. */
const NAMED = 20;
/** Rows between two pauses: nobody at a counter waits longer for it than a few milliseconds. */
const STRETCH = 500;

/** What is the same row, where that is not the primary key: an ordinal says when a row came, not which it is. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  settlement: ['book', 'setl_id'],
  visit: ['mdtrt_id'],
  batch: ['mdtrt_id', 'chrg_bchno'],
  leg: ['id'],
  due: ['kind', 'key'],
};

/** What a start writes for itself, whatever happened: it tells nothing about two worlds. */
const BOOKKEEPING = new Set(['setting exchange-base']);

/**
 * Compares two books, table by table, row by row in the order of the keys, pausing on the way. Both files are read
 * only; neither may be open for writing.
 */
export const differenceOf = async (before: string, after: string): Promise<TableDifference[]> => {
  const [old, fresh] = [before, after].map((file) => new Sqlite(file, { readonly: true, fileMustExist: true }));
  if (!old || !fresh) return [];
  try {
    const found: TableDifference[] = [];
    for (const table of tablesOf(fresh)) found.push(await compare(table, keyOf(fresh, table), old, fresh));
    return found.filter(({ added, removed, changed }) => added + removed + changed > 0);
  } finally {
    old.close();
    fresh.close();
  }
};

const tablesOf = (book: Sqlite.Database): string[] =>
  book
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('sqlite_') && !name.startsWith('__'));

const keyOf = (book: Sqlite.Database, table: string): readonly string[] =>
  IDENTITY[table] ??
  (book.pragma(`table_info("${table}")`) as { name: string; pk: number }[])
    .filter(({ pk }) => pk > 0)
    .sort((a, b) => a.pk - b.pk)
    .map(({ name }) => name);

const compare = async (
  table: string,
  key: readonly string[],
  old: Sqlite.Database,
  fresh: Sqlite.Database,
): Promise<TableDifference> => {
  const [left, right] = [rowsOf(old, table, key), rowsOf(fresh, table, key)];
  const rows: RowDifference[] = [];
  const count = { added: 0, removed: 0, changed: 0 };
  const note = (what: keyof typeof count, row: RowDifference): void => {
    if (BOOKKEEPING.has(`${table} ${row.key}`)) return;
    count[what] += 1;
    if (rows.length < NAMED) rows.push(row);
  };
  let [a, b] = [left.next(), right.next()];
  for (let seen = 1; !a.done || !b.done; seen += 1) {
    if (seen % STRETCH === 0) await pause();
    const order = orderOf(key, a.done ? undefined : a.value, b.done ? undefined : b.value);
    if (order < 0) note('removed', { key: keyText(key, a.value), before: shown(a.value) });
    else if (order > 0) note('added', { key: keyText(key, b.value), after: shown(b.value) });
    else if (!same(a.value, b.value)) {
      note('changed', { key: keyText(key, a.value), before: shown(a.value), after: shown(b.value) });
    }
    if (order <= 0) a = left.next();
    if (order >= 0) b = right.next();
  }
  return { table, ...count, rows };
};

const rowsOf = (book: Sqlite.Database, table: string, key: readonly string[]): Iterator<Row, undefined> => {
  const has = book.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table);
  if (has === undefined) return [][Symbol.iterator]();
  const order = key.map((column) => `"${column}"`).join(', ');
  return book.prepare<[], Row>(`SELECT * FROM "${table}" ORDER BY ${order}`).iterate() as Iterator<Row, undefined>;
};

const orderOf = (key: readonly string[], a: Row | undefined, b: Row | undefined): number => {
  if (!a || !b) return a ? -1 : 1;
  for (const column of key) {
    const order = compareValues(a[column], b[column]);
    if (order !== 0) return order;
  }
  return 0;
};

/** As SQLite orders: numbers by size, texts by their bytes. */
const compareValues = (a: unknown, b: unknown): number =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));

const keyText = (key: readonly string[], row: Row | undefined): string =>
  key.map((column) => text(row?.[column])).join(' ');

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');

const WHEN = 'ordinal';

const same = (a: Row | undefined, b: Row | undefined): boolean =>
  Object.keys({ ...a, ...b }).every((column) => column === WHEN || sameValue(a?.[column], b?.[column]));

/** Bytes are compared by what they are, everything else as SQLite gives it. */
const sameValue = (a: unknown, b: unknown): boolean =>
  Buffer.isBuffer(a) && Buffer.isBuffer(b) ? a.equals(b) : a === b;

/** The aggregate where a row holds one, else its columns. */
const shown = (row: Row | undefined): unknown => {
  const { [WHEN]: _when, ...columns } = row ?? {};
  const body = columns['body'];
  if (typeof body === 'string') return JSON.parse(body);
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, withoutBytes(value)]));
};

/** Of bytes only how many. */
const withoutBytes = (value: unknown): unknown => (Buffer.isBuffer(value) ? `${value.length} bytes` : value);

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
