import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asFen } from '../../../../../src/kernel/money.ts';
import { judge } from '../../../../../src/platform/features/verdict/judge/judge.ts';
import type { HisBook } from '../../../../../src/platform/features/verdict/types/his-book.ts';
import type { Ledger } from '../../../../../src/platform/features/verdict/types/ledger.ts';
import { HOSPITAL, mixed, NOW, PLOTS, tell, type Story } from '../synthetic.ts';

const TERMS = { within: 1800, backOff: 1 };
const judged = (ledger: Ledger, book?: HisBook) => judge({ ledger, ...(book && { book }), terms: TERMS, blames: [] });

/** A statement of these settlements, by a file that came with that exchange; its rows are those of the stories. */
const statementOf = (stories: readonly Story[], setl_ids: readonly string[], before = Infinity): HisBook => ({
  source: 'statement',
  at: NOW,
  institutions: [HOSPITAL],
  rows: stories.flatMap(({ rows }) => rows),
  covers: [{ fixmedins_code: HOSPITAL, setl_ids: new Set(setl_ids), before }],
});

const made = (stories: readonly Story[]) => stories.flatMap(({ settlements }) => settlements.map((row) => row.setl_id));

describe('a statement speaks of what it covers alone', () => {
  const answered = tell('settled and answered', { id: 1, amount: 10_000 });
  const ledger = mixed([answered], [0]);
  const without = { ...answered, rows: [] };

  it('lacks a settlement inside its cover', () => {
    const { cases, sums } = judged(ledger, statementOf([without], ['S1']));
    expect(cases).toMatchObject([{ verdict: 'orphan-on-platform', byBook: true, his: 0 }]);
    expect(sums).toMatchObject({ platform: 10_000, his: 0, explained: 10_000, unexplained: 0 });
  });

  it('lacks nothing outside of it, nor what was done about a settlement after the file came', () => {
    for (const book of [statementOf([without], []), statementOf([without], ['S1'], 1)]) {
      const { cases, sums } = judged(ledger, book);
      expect(cases).toMatchObject([{ verdict: 'consistent', byBook: false }]);
      expect(sums).toMatchObject({ platform: 10_000, his: 10_000, unexplained: 0 });
    }
  });

  it('convicts of no row outside of it, and counts none', () => {
    const rows = answered.rows.map((row) => ({ ...row, medfee_sumamt: asFen(1) }));
    const { cases, sums } = judged(ledger, statementOf([{ ...answered, rows }], []));
    expect(cases).toMatchObject([{ verdict: 'consistent', byBook: false }]);
    expect(sums).toMatchObject({ his: 10_000, unexplained: 0 });
  });

  it('speaks of a refund only together with what it refunds', () => {
    const refunded = tell('refund lost, nobody asks', { id: 1, amount: 10_000 });
    const byBook = (...setl_ids: string[]) =>
      judged(mixed([refunded], [0]), statementOf([refunded], setl_ids)).cases.map((one) => one.byBook);
    expect(byBook('S1', 'S1F')).toEqual([true]);
    expect(byBook('S1')).toEqual([false]);
    expect(byBook('S1F')).toEqual([false]);
  });

  it('says nothing where nothing was made', () => {
    const nothing = tell('never arrived, reversed', { id: 1, amount: 10_000 });
    expect(judged(mixed([nothing], [0]), statementOf([nothing], ['S1'])).cases).toMatchObject([{ byBook: false }]);
  });

  it('of several institutions is said of each by its own', () => {
    const covers = [{ fixmedins_code: 'H44030099004', setl_ids: new Set(['S1']), before: Infinity }];
    expect(judged(ledger, { ...statementOf([without], []), covers }).cases).toMatchObject([{ byBook: false }]);
  });
});

it('leaves every other case as it was, and the sums agree, whatever it covers', () => {
  const told = fc.array(fc.record({ name: fc.constantFrom(...Object.keys(PLOTS)), inside: fc.boolean() }), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(told, (chosen) => {
      const stories = chosen.map(({ name }, id) => tell(name, { id, amount: 100 + id }));
      const inside = stories.filter((_, id) => chosen[id]?.inside);
      const ledger = mixed(stories, [0, 3, 1]);
      const { cases, sums } = judged(ledger, statementOf(stories, made(inside)));
      const covered = new Set(made(inside));
      const others = (all: typeof cases) => all.filter(({ setl_ids }) => !setl_ids.some((one) => covered.has(one)));
      expect(others(cases)).toEqual(others(judged(ledger).cases));
      expect(cases.filter(({ byBook }) => byBook)).toHaveLength(cases.length - others(cases).length);
      expect(sums.unexplained).toBe(0);
    }),
    { numRuns: 150 },
  );
});
