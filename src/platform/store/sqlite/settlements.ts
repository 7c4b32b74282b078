import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { must } from '../../../kernel/assert.ts';
import type { CivilDate } from '../../../kernel/civil-time.ts';
import type { Book, Settlement, SettlementState } from '../../domain/settlement.ts';
import type { Reader } from '../port.ts';
import type { Appliers } from './appliers.ts';
import type { Database } from './database.ts';
import { settlement } from './schema.ts';
import { prepareInsert } from './statements.ts';

type Reads =
  | 'settlement' | 'refundsOf' | 'settlementsOfVisit' | 'settlementsByVisitNumber' | 'settlementsByMessage'
  | 'nationalSettlementsOfPerson' | 'nationalSettlementsOfCertificate' | 'settlementsOfInstitution'; // prettier-ignore

/** The column of the state is the truth, not the one inside the body. */
export const settlementFrom = (row: { state: SettlementState; body: Settlement }): Settlement =>
  row.state === row.body.state ? row.body : { ...row.body, state: row.state };

const named = (column: AnySQLiteColumn): SQL => eq(column, sql.placeholder(column.name));
const ofKey = () => and(named(settlement.setl_id), named(settlement.book));

export const readSettlements = (db: Database): Pick<Reader, Reads> => {
  const { book, state, body } = settlement;
  const rows = () => db.select({ state, body }).from(settlement);
  const one = rows().where(ofKey()).prepare();
  const oldestFirst = (...columns: AnySQLiteColumn[]) => {
    const found = and(named(book), ...columns.map(named));
    const statement = rows().where(found).orderBy(asc(settlement.ordinal)).prepare();
    return (values: Record<string, string>) => statement.all(values).map(settlementFrom);
  };
  const refunds = oldestFirst(settlement.refund_of);
  const ofVisit = oldestFirst(settlement.mdtrt_id);
  const byVisitNumber = oldestFirst(settlement.mdtrtsn);
  const byMessage = oldestFirst(settlement.msgid, settlement.sender, settlement.infno);
  const ofPerson = byDay(db, sql`book = 'national'`, sql`psn_no`);
  const ofCertificate = byDay(db, sql`book = 'national'`, sql`(body ->> '$.visitor.certno')`);
  const ofInstitution = byDay(db, sql`book = 'treatment'`, sql`fixmedins_code`);
  return {
    settlement: (book, setl_id) => {
      const row = one.get({ book, setl_id });
      return row && settlementFrom(row);
    },
    refundsOf: (book, setl_id) => refunds({ book, refund_of: setl_id }),
    settlementsOfVisit: (book, mdtrt_id) => ofVisit({ book, mdtrt_id }),
    settlementsByVisitNumber: (book, mdtrtsn) => byVisitNumber({ book, mdtrtsn }),
    settlementsByMessage: (book, sender, infno, msgid) => byMessage({ book, sender, infno, msgid }),
    nationalSettlementsOfPerson: ofPerson,
    nationalSettlementsOfCertificate: ofCertificate,
    settlementsOfInstitution: ofInstitution,
  };
};

/**
 * The rows of one book by what they are found by, and days: written as in the partial indexes, or SQLite reads the
 * table from end to end.
 */
const byDay = (db: Database, ofBook: SQL, key: SQL) => {
  const { state, body, setl_time, ordinal } = settlement;
  const [first, last] = [sql.placeholder('first'), sql.placeholder('last')];
  const statement = db
    .select({ state, body })
    .from(settlement)
    .where(sql`${ofBook} and ${key} = ${sql.placeholder('value')} and setl_time between ${first} and ${last}`)
    .orderBy(asc(setl_time), asc(ordinal))
    .prepare();
  return (value: string, from: CivilDate, to: CivilDate) =>
    statement.all({ value, first: from, last: `${to} 23:59:59` }).map(settlementFrom);
};

const setState = (db: Database) => {
  const statement = db
    .update(settlement)
    .set({ state: sql`${sql.placeholder('state')}` })
    .where(ofKey())
    .prepare();
  return (key: { book: Book; setl_id: string; state: SettlementState }) =>
    must(statement.run(key).changes === 1, `no settlement ${key.setl_id} in the ${key.book} book`);
};

export const writeSettlements = (db: Database): Pick<Appliers, 'settlement.add' | 'settlement.state'> => {
  const insert = prepareInsert(db, settlement);
  return {
    'settlement.add': ({ settlement: body }) =>
      insert({
        book: body.book,
        setl_id: body.setl_id,
        state: body.state,
        refund_of: body.refundOf,
        sender: body.sender,
        infno: body.infno,
        msgid: body.msgid,
        mdtrt_id: body.mdtrt_id,
        mdtrtsn: body.mdtrtsn,
        fixmedins_code: body.fixmedins_code,
        psn_no: body.visitor.psn_no,
        setl_time: body.setl_time,
        body,
      }),
    'settlement.state': setState(db),
  };
};
