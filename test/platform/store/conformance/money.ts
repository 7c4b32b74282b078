import { expect, it } from 'vitest';
import { asFen } from '../../../../src/kernel/money.ts';
import type { Write } from '../../../../src/platform/store/port.ts';
import { personRow } from '../rows.ts';
import { commit, opened, storeWith, type OpenStore } from './opened.ts';

const { psn_no } = personRow();
const person = { kind: 'person.put', person: personRow() } as const;

const pay = (fen: number, insutype = '310'): Write => ({ kind: 'account.add', psn_no, insutype, amount: asFen(fen) });
const use = (fen: number, cum_type_code = 'T0101', period = '2026'): Write => ({
  kind: 'accumulator.add',
  psn_no,
  insutype: '310',
  period,
  cum_type_code,
  amount: asFen(fen),
});

export const keepsMoney = (open: OpenStore): void => {
  it('has nothing on an account before something was added', async () => {
    const { reader } = await storeWith(open, person);
    expect(reader.balance(psn_no, '310')).toBe(0);
    expect(reader.accumulators(psn_no, '310')).toEqual([]);
  });

  it('adds to the account of one person and one insurance, and takes away', async () => {
    const store = await storeWith(open, person, pay(10_000), pay(-3_335));
    expect(store.reader.balance(psn_no, '310')).toBe(6_665);
    await commit(store, pay(-6_666), pay(1, '390'));
    expect(store.reader.balance(psn_no, '310')).toBe(-1);
    expect(store.reader.balance(psn_no, '390')).toBe(1);
  });

  it('adds up each accumulator apart, in the order of period and code', async () => {
    const { reader } = await storeWith(
      open,
      person,
      use(500, 'T0102'),
      use(-1, 'T0101', '202609'),
      use(1_000),
      use(234),
      use(7, 'T0101', '2025'),
    );
    expect(reader.accumulators(psn_no, '310')).toEqual([
      { period: '2025', cum_type_code: 'T0101', amount: 7 },
      { period: '2026', cum_type_code: 'T0101', amount: 1_234 },
      { period: '2026', cum_type_code: 'T0102', amount: 500 },
      { period: '202609', cum_type_code: 'T0101', amount: -1 },
    ]);
    expect(reader.accumulators(psn_no, '390')).toEqual([]);
  });

  it('keeps an accumulator that came back to nothing', async () => {
    const { reader } = await storeWith(open, person, use(100), use(-100));
    expect(reader.accumulators(psn_no, '310')).toEqual([{ period: '2026', cum_type_code: 'T0101', amount: 0 }]);
  });

  it('is exact to the last 分 at the edge of the integers, on both sides', async () => {
    const { reader } = await storeWith(
      open,
      person,
      pay(9_007_199_254_740_000),
      pay(990),
      pay(1),
      use(-9_007_199_254_740_990),
      use(-1),
      use(3),
    );
    expect(reader.balance(psn_no, '310')).toBe(9_007_199_254_740_991);
    expect(reader.accumulators(psn_no, '310')[0]?.amount).toBe(-9_007_199_254_740_988);
  });

  it('refuses a sum that is no longer exact', async () => {
    const { writer, reader } = await storeWith(
      open,
      person,
      pay(Number.MAX_SAFE_INTEGER),
      use(-Number.MAX_SAFE_INTEGER),
    );
    writer.begin();
    expect(() => writer.apply([pay(1)])).toThrow();
    expect(() => writer.apply([use(-1)])).toThrow();
    writer.rollback();
    expect(reader.balance(psn_no, '310')).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('takes no money for a person who is not there', () => {
    const { writer } = opened(open);
    writer.begin();
    expect(() => writer.apply([pay(1)])).toThrow();
    expect(() => writer.apply([use(1)])).toThrow();
    writer.rollback();
  });
};
