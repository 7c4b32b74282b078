import { and, asc, eq, sql } from 'drizzle-orm';
import { must } from '../../../kernel/assert.ts';
import type { Batch } from '../../domain/visit.ts';
import type { Reader } from '../port.ts';
import type { Appliers } from './appliers.ts';
import type { Database } from './database.ts';
import { batch, registration, visit } from './schema.ts';
import { preparePut } from './statements.ts';

type Reads = 'registration' | 'visit' | 'visitsOf' | 'batch' | 'batches';
type Writes = 'registration.put' | 'visit.put' | 'batch.put' | 'batch.withdraw' | 'batch.settle';

const ofVisit = () => eq(batch.mdtrt_id, sql.placeholder('mdtrt_id'));
const ofBatch = () => and(ofVisit(), eq(batch.chrg_bchno, sql.placeholder('chrg_bchno')));

type BatchRow = { readonly settled_by: string | null; readonly body: Omit<Batch, 'settledBy'> };

const batchFrom = ({ settled_by, body }: BatchRow): Batch =>
  settled_by === null ? body : { ...body, settledBy: settled_by };

export const readVisits = (db: Database): Pick<Reader, Reads> => {
  const registered = db
    .select({ body: registration.body })
    .from(registration)
    .where(eq(registration.mdtrt_regno, sql.placeholder('mdtrt_regno')))
    .prepare();
  const visits = () => db.select({ body: visit.body }).from(visit);
  const byId = visits()
    .where(eq(visit.mdtrt_id, sql.placeholder('mdtrt_id')))
    .prepare();
  const ofPerson = visits()
    .where(eq(visit.psn_no, sql.placeholder('psn_no')))
    .orderBy(asc(visit.ordinal))
    .prepare();
  const batches = () => db.select({ settled_by: batch.settled_by, body: batch.body }).from(batch);
  const oneBatch = batches().where(ofBatch()).prepare();
  const allBatches = batches().where(ofVisit()).orderBy(asc(batch.ordinal)).prepare();
  return {
    registration: (mdtrt_regno) => registered.get({ mdtrt_regno })?.body,
    visit: (mdtrt_id) => byId.get({ mdtrt_id })?.body,
    visitsOf: (psn_no) => ofPerson.all({ psn_no }).map((row) => row.body),
    batch: (mdtrt_id, chrg_bchno) => {
      const row = oneBatch.get({ mdtrt_id, chrg_bchno });
      return row && batchFrom(row);
    },
    batches: (mdtrt_id) => allBatches.all({ mdtrt_id }).map(batchFrom),
  };
};

export const writeVisits = (db: Database): Pick<Appliers, Writes> => {
  const putRegistration = preparePut(db, registration, registration.mdtrt_regno);
  const putVisit = preparePut(db, visit, visit.mdtrt_id);
  const putBatch = preparePut(db, batch, batch.mdtrt_id, batch.chrg_bchno);
  const withdraw = db.delete(batch).where(ofBatch()).prepare();
  const settle = db
    .update(batch)
    .set({ settled_by: sql`${sql.placeholder('setl_id')}` })
    .where(ofBatch())
    .prepare();
  return {
    'registration.put': ({ registration: body }) => putRegistration({ mdtrt_regno: body.mdtrt_regno, body }),
    'visit.put': ({ visit: body }) => putVisit({ mdtrt_id: body.mdtrt_id, psn_no: body.visitor.psn_no, body }),
    'batch.put': ({ batch: { settledBy, ...body } }) => {
      const { mdtrt_id, chrg_bchno } = body;
      putBatch({ mdtrt_id, chrg_bchno, settled_by: settledBy, body });
    },
    'batch.withdraw': ({ mdtrt_id, chrg_bchno }) =>
      must(withdraw.run({ mdtrt_id, chrg_bchno }).changes === 1, `no batch ${mdtrt_id} ${chrg_bchno} to withdraw`),
    'batch.settle': ({ mdtrt_id, chrg_bchno, setl_id = null }) =>
      must(settle.run({ mdtrt_id, chrg_bchno, setl_id }).changes === 1, `no batch ${mdtrt_id} ${chrg_bchno} to settle`),
  };
};
