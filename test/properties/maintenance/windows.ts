import fc from 'fast-check';
import { instantOf } from '../../../src/kernel/civil-time.ts';
import type { Maintenance, TransactionName } from '../../../src/platform/domain/maintenance.ts';

/** The day on which everything happens, by the quarter of an hour. */
export const DAY = instantOf('2026-09-01 08:00:00');
export const QUARTER = 15 * 60_000;
export const quarter = (count: number): number => DAY + count * QUARTER;

const NODES = ['national', 'all', '440300', '440000', '610100', '610000', '440100'] as const;

/** Ids are given afterwards, one each. */
const window = (names: readonly [TransactionName, ...TransactionName[]]) =>
  fc
    .record({
      node: fc.constantFrom(...NODES),
      transactions: fc.option(fc.subarray([...names], { minLength: 1 }), { nil: undefined, freq: 1 }),
      begin: fc.nat(40),
      length: fc.integer({ min: 1, max: 12 }),
      lead: fc.nat(12),
      newBusiness: fc.constantFrom('refused' as const, 'warned' as const, undefined),
      cancelled: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
    })
    .map(({ transactions, begin, length, lead, newBusiness, cancelled, node }): Omit<Maintenance, 'id' | 'text'> => ({
      node,
      begin: quarter(begin),
      end: quarter(begin + length),
      ...(transactions && { transactions }),
      ...(lead > 0 && { leadMinutes: lead * 15 }),
      ...(newBusiness && { newBusiness }),
      ...(cancelled && { cancelledAt: DAY }),
    }));

/** Some windows; each is known by its text. Begins and ends differ by milliseconds: no two are alike. */
export const windows = (names: readonly [TransactionName, ...TransactionName[]], most: number) =>
  fc.array(window(names), { maxLength: most }).map((rows) =>
    rows.map((row, index): Maintenance => {
      const id = `MT${index + 1}`;
      return { ...row, id, begin: row.begin + index, end: row.end + index, text: `（${id}）` };
    }),
  );
