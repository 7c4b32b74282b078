import { and, eq, sql } from 'drizzle-orm';
import { asFen, ZERO } from '../../../kernel/money.ts';
import type { Reader } from '../port.ts';
import type { Appliers } from './appliers.ts';
import type { Database } from './database.ts';
import { account, accumulator } from './schema.ts';
import { prepareUpsert } from './statements.ts';

export const readMoney = (db: Database): Pick<Reader, 'balance' | 'accumulators'> => {
  const key = { psn_no: sql.placeholder('psn_no'), insutype: sql.placeholder('insutype') };
  const balance = db
    .select({ balc: account.balc })
    .from(account)
    .where(and(eq(account.psn_no, key.psn_no), eq(account.insutype, key.insutype)))
    .prepare();
  const { cum_type_code, period, amount } = accumulator;
  const accumulators = db
    .select({ cum_type_code, period, amount })
    .from(accumulator)
    .where(and(eq(accumulator.psn_no, key.psn_no), eq(accumulator.insutype, key.insutype)))
    .orderBy(period, cum_type_code)
    .prepare();
  return {
    balance: (psn_no, insutype) => {
      const row = balance.get({ psn_no, insutype });
      return row === undefined ? ZERO : asFen(row.balc);
    },
    accumulators: (psn_no, insutype) => accumulators.all({ psn_no, insutype }),
  };
};

/** Money is added by the database, in 64-bit integers: what is not exact afterwards is refused by the table's check. */
export const writeMoney = (db: Database): Pick<Appliers, 'account.add' | 'accumulator.add'> => {
  const addToAccount = prepareUpsert(db, account, [account.psn_no, account.insutype], {
    balc: sql`${account.balc} + excluded.balc`,
  });
  const { psn_no, insutype, period, cum_type_code } = accumulator;
  const addToAccumulator = prepareUpsert(db, accumulator, [psn_no, insutype, period, cum_type_code], {
    amount: sql`${accumulator.amount} + excluded.amount`,
  });
  return {
    'account.add': ({ psn_no, insutype, amount }) => addToAccount({ psn_no, insutype, balc: amount }),
    'accumulator.add': (write) => addToAccumulator(write),
  };
};
