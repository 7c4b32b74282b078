import { asc, desc, eq, inArray, max, sql } from 'drizzle-orm';
import type { Reader } from '../port.ts';
import type { Appliers } from './appliers.ts';
import type { Database } from './database.ts';
import { journal, record } from './schema.ts';
import { prepareInsert, withoutNulls } from './statements.ts';

type Reads = 'lastJournalSeq' | 'journal' | 'journalOfTrace' | 'journalOfDoors' | 'records';

export const readJournal = (db: Database): Pick<Reader, Reads> => {
  const last = db
    .select({ seq: max(journal.seq) })
    .from(journal)
    .prepare();
  const newest = db.select().from(journal).orderBy(desc(journal.seq)).limit(sql.placeholder('limit')).prepare();
  const ofTrace = db
    .select()
    .from(journal)
    .where(eq(journal.trace, sql.placeholder('trace')))
    .orderBy(asc(journal.seq))
    .prepare();
  const records = db
    .select()
    .from(record)
    .where(eq(record.infno, sql.placeholder('infno')))
    .orderBy(desc(record.seq))
    .limit(sql.placeholder('limit'))
    .prepare();
  return {
    lastJournalSeq: () => last.get()?.seq ?? 0,
    journal: (limit) => newest.all({ limit }).map(withoutNulls),
    journalOfTrace: (trace) => ofTrace.all({ trace }).map(withoutNulls),
    journalOfDoors: (doors) =>
      db
        .select()
        .from(journal)
        .where(inArray(journal.door, [...doors]))
        .orderBy(asc(journal.seq))
        .all()
        .map(withoutNulls),
    records: (infno, limit) => records.all({ infno, limit }),
  };
};

export const writeJournal = (db: Database): Pick<Appliers, 'journal.append' | 'record.collect'> => {
  const append = prepareInsert(db, journal);
  const collect = prepareInsert(db, record);
  return {
    'journal.append': ({ row }) => append(row),
    'record.collect': ({ record: row }) => collect(row),
  };
};
