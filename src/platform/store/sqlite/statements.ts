import { getTableColumns, sql } from 'drizzle-orm';
import type { AnySQLiteColumn, SQLiteInsertValue, SQLiteTable, SQLiteUpdateSetSource } from 'drizzle-orm/sqlite-core';
import type { Database } from './database.ts';

/** A row as it is bound: an absent field is NULL in the table. SQLite numbers the `ordinal` itself. */
export type Row<T extends SQLiteTable> = Omit<T['$inferInsert'], 'ordinal'>;

/** The columns that a row brings, in the order in which drizzle writes them into an insert. */
const boundColumns = (table: SQLiteTable): [string, AnySQLiteColumn][] => {
  const columns: Readonly<Record<string, AnySQLiteColumn>> = getTableColumns(table);
  return Object.entries(columns).filter(([name]) => name !== 'ordinal');
};

const placeholders = <T extends SQLiteTable>(table: T) =>
  Object.fromEntries(boundColumns(table).map(([name]) => [name, sql.placeholder(name)])) as SQLiteInsertValue<T>;

/**
 * drizzle writes the SQL and encodes the columns, better-sqlite3 runs it. drizzle's own prepared insert looks into
 * the prototypes of every parameter at every run, which is a fifth of what the writes of a settlement turn cost
 * (README.md).
 */
const bindRows = <T extends SQLiteTable>(db: Database, table: T, text: string): ((row: Row<T>) => void) => {
  const statement = db.$client.prepare(text);
  const columns = boundColumns(table);
  const encoded = (value: unknown, column: AnySQLiteColumn) =>
    value === undefined ? null : column.mapToDriverValue(value);
  return (row) => {
    const values = row as Readonly<Record<string, unknown>>;
    statement.run(columns.map(([name, column]) => encoded(values[name], column)));
  };
};

/** A prepared insert of a whole row. Running it throws when the row is there already. */
export const prepareInsert = <T extends SQLiteTable>(db: Database, table: T): ((row: Row<T>) => void) =>
  bindRows(db, table, db.insert(table).values(placeholders(table)).toSQL().sql);

/** A prepared insert that changes the row of the same key, if there is one, as `set` says. */
export const prepareUpsert = <T extends SQLiteTable>(
  db: Database,
  table: T,
  key: AnySQLiteColumn[],
  set: SQLiteUpdateSetSource<T>,
): ((row: Row<T>) => void) =>
  bindRows(
    db,
    table,
    db.insert(table).values(placeholders(table)).onConflictDoUpdate({ target: key, set }).toSQL().sql,
  );

/**
 * A prepared insert that overwrites the row of the same key. The row keeps its `ordinal`, and so its place in
 * lists.
 */
export const preparePut = <T extends SQLiteTable>(
  db: Database,
  table: T,
  ...key: AnySQLiteColumn[]
): ((row: Row<T>) => void) => {
  const changed = boundColumns(table).filter(([, column]) => !key.includes(column));
  const set = changed.map(([name]) => [name, sql`excluded.${sql.identifier(name)}`]);
  return prepareUpsert(db, table, key, Object.fromEntries(set) as SQLiteUpdateSetSource<T>);
};

type Absent<R> = { [K in keyof R as null extends R[K] ? K : never]?: NonNullable<R[K]> };
type Present<R> = { [K in keyof R as null extends R[K] ? never : K]: R[K] };

/** A row without its empty columns: NULL in the table is an absent field outside. */
export const withoutNulls = <R extends object>(row: R): Present<R> & Absent<R> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Present<R> & Absent<R>;
