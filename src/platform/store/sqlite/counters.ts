import { and, asc, eq, gte, lt, lte, sql } from 'drizzle-orm';
import { must } from '../../../kernel/assert.ts';
import type { Reader } from '../port.ts';
import type { Appliers } from './appliers.ts';
import type { Database } from './database.ts';
import { due, serial, setting, signIn } from './schema.ts';
import { prepareInsert, preparePut, withoutNulls } from './statements.ts';

export const readCounters = (
  db: Database,
): Pick<Reader, 'serial' | 'setting' | 'settingsUnder' | 'nextDue' | 'signIn'> => {
  const key = sql.placeholder('key');
  const last = db.select({ value: serial.value }).from(serial).where(eq(serial.key, key)).prepare();
  const current = db.select({ value: setting.value }).from(setting).where(eq(setting.key, key)).prepare();
  const between = db
    .select()
    .from(setting)
    .where(and(gte(setting.key, sql.placeholder('prefix')), lt(setting.key, sql.placeholder('end'))))
    .orderBy(asc(setting.key))
    .prepare();
  const next = db
    .select({ kind: due.kind, key: due.key, at: due.at })
    .from(due)
    .where(lte(due.at, sql.placeholder('until')))
    .orderBy(asc(due.at), asc(due.ordinal))
    .limit(1)
    .prepare();
  const { sign_no, fixmedins_code, opter_no, signed_in_at, signed_out_at } = signIn;
  const byNumber = db
    .select({ sign_no, fixmedins_code, opter_no, signedInAt: signed_in_at, signedOutAt: signed_out_at })
    .from(signIn)
    .where(eq(sign_no, sql.placeholder('sign_no')))
    .prepare();
  return {
    serial: (key) => last.get({ key })?.value ?? 0,
    setting: (key) => current.get({ key })?.value,
    settingsUnder: (prefix) => between.all({ prefix, end: `${prefix}\u{10FFFF}` }),
    nextDue: (until) => next.get({ until }),
    signIn: (sign_no) => {
      const row = byNumber.get({ sign_no });
      return row && withoutNulls(row);
    },
  };
};

type Writes = 'serial.take' | 'setting.put' | 'due.put' | 'due.done' | 'sign-in.put';

/** Numbers of a series are taken one by one: whoever skips or repeats one has read a state that is not the last. */
const takeNext = (db: Database): Appliers['serial.take'] => {
  const start = prepareInsert(db, serial);
  const next = db
    .update(serial)
    .set({ value: sql`${serial.value} + 1` })
    .where(and(eq(serial.key, sql.placeholder('key')), eq(serial.value, sql.placeholder('last'))))
    .prepare();
  return ({ key, value }) => {
    if (value === 1) return start({ key, value });
    must(next.run({ key, last: value - 1 }).changes === 1, `${value} does not come next in the series ${key}`);
  };
};

export const writeCounters = (db: Database): Pick<Appliers, Writes> => {
  const putSetting = preparePut(db, setting, setting.key);
  const putDue = preparePut(db, due, due.kind, due.key);
  const dropDue = db
    .delete(due)
    .where(and(eq(due.kind, sql.placeholder('kind')), eq(due.key, sql.placeholder('key'))))
    .prepare();
  const putSignIn = preparePut(db, signIn, signIn.sign_no);
  return {
    'serial.take': takeNext(db),
    'setting.put': ({ key, value }) => putSetting({ key, value }),
    'due.put': ({ due: row }) => putDue(row),
    'due.done': ({ due: { kind, key } }) => void dropDue.run({ kind, key }),
    'sign-in.put': ({ signIn: { sign_no, fixmedins_code, opter_no, signedInAt, signedOutAt } }) =>
      putSignIn({ sign_no, fixmedins_code, opter_no, signed_in_at: signedInAt, signed_out_at: signedOutAt }),
  };
};
