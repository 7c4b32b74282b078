import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import { must } from '../../../kernel/assert.ts';
import type { Reader } from '../port.ts';
import type { Appliers } from './appliers.ts';
import type { Database } from './database.ts';
import { serial, setting, signIn } from './schema.ts';
import { prepareInsert, preparePut, withoutNulls } from './statements.ts';

export const readCounters = (db: Database): Pick<Reader, 'serial' | 'setting' | 'settingsUnder' | 'signIn'> => {
  const key = sql.placeholder('key');
  const last = db.select({ value: serial.value }).from(serial).where(eq(serial.key, key)).prepare();
  const current = db.select({ value: setting.value }).from(setting).where(eq(setting.key, key)).prepare();
  const between = db
    .select()
    .from(setting)
    .where(and(gte(setting.key, sql.placeholder('prefix')), lt(setting.key, sql.placeholder('end'))))
    .orderBy(asc(setting.key))
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
    signIn: (sign_no) => {
      const row = byNumber.get({ sign_no });
      return row && withoutNulls(row);
    },
  };
};

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

export const writeCounters = (db: Database): Pick<Appliers, 'serial.take' | 'setting.put' | 'sign-in.put'> => {
  const putSetting = preparePut(db, setting, setting.key);
  const putSignIn = preparePut(db, signIn, signIn.sign_no);
  return {
    'serial.take': takeNext(db),
    'setting.put': ({ key, value }) => putSetting({ key, value }),
    'sign-in.put': ({ signIn: { sign_no, fixmedins_code, opter_no, signedInAt, signedOutAt } }) =>
      putSignIn({ sign_no, fixmedins_code, opter_no, signed_in_at: signedInAt, signed_out_at: signedOutAt }),
  };
};
