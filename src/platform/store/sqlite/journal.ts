import { asc, count, desc, eq, gt, inArray, max, sql } from 'drizzle-orm';
import type { Reader } from '../port.ts';
import type { Appliers } from './appliers.ts';
import type { Database } from './database.ts';
import { journal, record } from './schema.ts';
import { prepareInsert, withoutNulls } from './statements.ts';

type Reads =
  | 'lastJournalSeq'
  | 'journal'
  | 'journalOfTrace'
  | 'headsOfTrace'
  | 'journalRows'
  | 'journalAfter'
  | 'journalCount'
  | 'journalOfDoors'
  | 'records';

/** What a journal is gone through by; what its rows say is long and left where it is. */
const readHeads = (db: Database): Pick<Reader, 'headsOfTrace' | 'journalAfter' | 'journalCount'> => {
  const { seq, trace, hop, door, sender, at, via } = journal;
  const heads = () => db.select({ seq, trace, hop, door, sender, at, via }).from(journal);
  const after = heads()
    .where(gt(journal.seq, sql.placeholder('seq')))
    .orderBy(asc(journal.seq))
    .limit(sql.placeholder('limit'))
    .prepare();
  const headsOf = heads()
    .where(eq(trace, sql.placeholder('trace')))
    .orderBy(asc(seq))
    .prepare();
  const counted = db
    .select({ rows: count() })
    .from(journal)
    .where(gt(journal.seq, sql.placeholder('seq')))
    .prepare();
  return {
    headsOfTrace: (trace) => headsOf.all({ trace }).map(withoutNulls),
    journalAfter: (seq, limit) => after.all({ seq, limit }).map(withoutNulls),
    journalCount: (seq) => counted.get({ seq })?.rows ?? 0,
  };
};

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
  const ofNumber = db
    .select()
    .from(journal)
    .where(eq(journal.seq, sql.placeholder('seq')))
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
    journalRows: (seqs) =>
      seqs.flatMap((seq) => {
        const row = ofNumber.get({ seq });
        return row ? [withoutNulls(row)] : [];
      }),
    journalOfDoors: (doors) =>
      db
        .select()
        .from(journal)
        .where(inArray(journal.door, [...doors]))
        .orderBy(asc(journal.seq))
        .all()
        .map(withoutNulls),
    ...readHeads(db),
    records: (infno, limit) => records.all({ infno, limit }),
  };
};

export const writeJournal = (db: Database): Pick<Appliers, 'journal.append' | 'journal.drop' | 'record.collect'> => {
  const append = prepareInsert(db, journal);
  const drop = db
    .delete(journal)
    .where(eq(journal.seq, sql.placeholder('seq')))
    .prepare();
  const collect = prepareInsert(db, record);
  return {
    'journal.append': ({ row }) => append(row),
    'journal.drop': ({ seqs }) => seqs.forEach((seq) => drop.run({ seq })),
    'record.collect': ({ record: row }) => collect(row),
  };
};
