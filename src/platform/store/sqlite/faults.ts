import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Reader } from '../port.ts';
import type { Appliers } from './appliers.ts';
import type { Database } from './database.ts';
import { delivery, fault, faultAttempt, firing } from './schema.ts';
import { prepareInsert, preparePut } from './statements.ts';

type Reads = 'faults' | 'faultAttempts' | 'firingsAfter' | 'firingsOf' | 'delivery' | 'deliveriesAfter';
type Writes = 'fault.put' | 'fault.drop' | 'fault.attempt' | 'firing.append' | 'delivery.put';

/** Armed faults, what they did, and which answers have left. */
export const readFaults = (db: Database): Pick<Reader, Reads> => {
  const armed = db.select({ body: fault.body }).from(fault).orderBy(asc(fault.ordinal)).prepare();
  const attempts = db
    .select({ attempt: faultAttempt.attempt })
    .from(faultAttempt)
    .where(and(eq(faultAttempt.fault, sql.placeholder('fault')), eq(faultAttempt.key, sql.placeholder('key'))))
    .prepare();
  const firings = () => db.select({ body: firing.body }).from(firing);
  const firedAfter = firings()
    .where(gt(firing.seq, sql.placeholder('seq')))
    .orderBy(asc(firing.seq), asc(firing.nth))
    .limit(sql.placeholder('limit'))
    .prepare();
  const firedAt = firings()
    .where(eq(firing.seq, sql.placeholder('seq')))
    .orderBy(asc(firing.nth))
    .prepare();
  const delivered = db
    .select()
    .from(delivery)
    .where(eq(delivery.seq, sql.placeholder('seq')))
    .prepare();
  const deliveredAfter = db
    .select()
    .from(delivery)
    .where(gt(delivery.seq, sql.placeholder('seq')))
    .orderBy(asc(delivery.seq))
    .limit(sql.placeholder('limit'))
    .prepare();
  return {
    faults: () => armed.all().map((row) => row.body),
    faultAttempts: (of, key) => attempts.get({ fault: of, key })?.attempt ?? 0,
    firingsAfter: (seq, limit) => firedAfter.all({ seq, limit }).map((row) => row.body),
    firingsOf: (seq) => firedAt.all({ seq }).map((row) => row.body),
    delivery: (seq) => delivered.get({ seq }),
    deliveriesAfter: (seq, limit) => deliveredAfter.all({ seq, limit }),
  };
};

export const writeFaults = (db: Database): Pick<Appliers, Writes> => {
  const putFault = preparePut(db, fault, fault.id);
  const drop = db
    .delete(fault)
    .where(eq(fault.id, sql.placeholder('id')))
    .prepare();
  const putAttempt = preparePut(db, faultAttempt, faultAttempt.fault, faultAttempt.key);
  const addFiring = prepareInsert(db, firing);
  const putDelivery = preparePut(db, delivery, delivery.seq);
  return {
    'fault.put': ({ fault: body }) => putFault({ id: body.id, body }),
    'fault.drop': ({ id }) => drop.run({ id }),
    'fault.attempt': ({ fault: of, key, attempt }) => putAttempt({ fault: of, key, attempt }),
    'firing.append': ({ firing: body }) => addFiring({ seq: body.seq, nth: body.nth, fault: body.fault, body }),
    'delivery.put': ({ delivery: body }) => putDelivery(body),
  };
};
