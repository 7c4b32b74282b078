import { and, asc, between, eq, sql, type SQL } from 'drizzle-orm';
import type { ClearingKind, ClearingRecords } from '../../domain/clearing/national/records.ts';
import type { Settlement } from '../../domain/settlement.ts';
import type { NationalClearingReader } from '../port/national-clearing.ts';
import type { Appliers } from './appliers.ts';
import type { Database } from './database.ts';
import { clearing, confirmation, settlement } from './schema.ts';
import { settlementFrom } from './settlements.ts';
import { preparePut } from './statements.ts';

/** What the clearing between provinces reads. */
export const readNationalClearing = (db: Database): NationalClearingReader => {
  const bodies = () => db.select({ body: clearing.body }).from(clearing);
  const kind = eq(clearing.kind, sql.placeholder('kind'));
  const one = bodies()
    .where(and(kind, eq(clearing.key, sql.placeholder('key'))))
    .prepare();
  const many = bodies()
    .where(and(kind, between(clearing.key, sql.placeholder('from'), sql.placeholder('to'))))
    .orderBy(asc(clearing.key))
    .prepare();
  return {
    clearingRecord: <Kind extends ClearingKind>(kind: Kind, key: string) =>
      one.get({ kind, key })?.body as ClearingRecords[Kind] | undefined,
    clearingRecords: <Kind extends ClearingKind>(kind: Kind, from: string, to: string) =>
      many.all({ kind, from, to }).map((row) => row.body as ClearingRecords[Kind]),
    nationalOfDay: ofDay(db, sql`book = 'national'`),
    insuredOfDay: ofDay(db, sql`book = 'insured'`),
    nationalUnfiled: unfiled(db),
    nationalUnconfirmed: unconfirmed(db),
    nationalConfirmed: confirmedIn(db),
  };
};

/** The condition on the book is written as in the partial index, or SQLite reads the table from end to end. */
const ofDay = (db: Database, ofBook: SQL): NationalClearingReader['nationalOfDay'] => {
  const { state, body, setl_time, setl_id } = settlement;
  const after = sql`(setl_time, setl_id) > (${sql.placeholder('time')}, ${sql.placeholder('number')})`;
  const statement = db
    .select({ state, body })
    .from(settlement)
    .where(sql`${ofBook} and ${after} and setl_time <= ${sql.placeholder('last')}`)
    .orderBy(asc(setl_time), asc(setl_id))
    .limit(sql.placeholder('limit'))
    .prepare();
  return (date, mark, limit) =>
    statement
      .all({ time: mark?.setl_time ?? date, number: mark?.setl_id ?? '', last: `${date} 23:59:59`, limit })
      .map(settlementFrom);
};

type Stretch = (from: string, to: string) => Settlement[];

/** Rows of a stretch of time by time and number. What is not meant is sorted out by keys alone: no body is read. */
const ofStretch = (db: Database, meant: SQL): Stretch => {
  const { state, body, setl_time, setl_id } = settlement;
  const statement = db
    .select({ state, body })
    .from(settlement)
    .where(
      sql`book = 'national' and setl_time between ${sql.placeholder('from')} and ${sql.placeholder('to')} and ${meant}`,
    )
    .orderBy(asc(setl_time), asc(setl_id))
    .prepare();
  return (from, to) => statement.all({ from, to }).map(settlementFrom);
};

const unfiled = (db: Database): Stretch => {
  const kept = sql`select 1 from settlement s where s.setl_id = ${settlement.setl_id} and s.book = 'treatment'`;
  const said = sql`select 1 from confirmation c where c.setl_id = ${settlement.setl_id}`;
  return ofStretch(db, sql`not exists (${kept}) and not exists (${said})`);
};

const unconfirmed = (db: Database): Stretch => {
  const said = sql`select 1 from confirmation c where c.setl_id = ${settlement.setl_id} and c.confirmed = 1`;
  return ofStretch(db, sql`state <> 'reversed' and not exists (${said})`);
};

const confirmedIn = (db: Database): NationalClearingReader['nationalConfirmed'] => {
  const { state, body, setl_id } = settlement;
  const statement = db
    .select({ state, body })
    .from(confirmation)
    .innerJoin(settlement, sql`${setl_id} = ${confirmation.setl_id} and ${settlement.book} = 'national'`)
    .where(
      sql`confirmed = 1 and ${confirmation.period} = ${sql.placeholder('period')}
        and ${confirmation.setl_id} > ${sql.placeholder('after')}`,
    )
    .orderBy(asc(confirmation.setl_id))
    .limit(sql.placeholder('limit'))
    .prepare();
  return (period, after, limit) => statement.all({ period, after, limit }).map(settlementFrom);
};

export const writeNationalClearing = (db: Database): Pick<Appliers, 'clearing.put' | 'clearing.drop'> => {
  const put = preparePut(db, clearing, clearing.kind, clearing.key);
  const drop = db
    .delete(clearing)
    .where(and(eq(clearing.kind, sql.placeholder('kind')), eq(clearing.key, sql.placeholder('key'))))
    .prepare();
  return {
    'clearing.put': ({ record, key, body }) => put({ kind: record, key, body }),
    'clearing.drop': ({ record, key }) => void drop.run({ kind: record, key }),
  };
};
