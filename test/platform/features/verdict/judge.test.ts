import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asFen } from '../../../../src/kernel/money.ts';
import { judge } from '../../../../src/platform/features/verdict/judge/judge.ts';
import type { HisBook } from '../../../../src/platform/features/verdict/types/his-book.ts';
import type { Ledger } from '../../../../src/platform/features/verdict/types/ledger.ts';
import { VERDICTS } from '../../../../src/platform/features/verdict/types/verdict.ts';
import { HOSPITAL, mixed, NOW, PLOTS, tell, type Story } from './synthetic.ts';

const TERMS = { within: 1800, backOff: 1 };
const judged = (ledger: Ledger, book?: HisBook) => judge({ ledger, ...(book && { book }), terms: TERMS, blames: [] });

const NAMES = Object.keys(PLOTS);

/** Many stories of several persons at once, told in any order. */
const ledgers = fc
  .record({
    names: fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 25 }),
    amount: fc.integer({ min: 1, max: 5 }),
    turns: fc.array(fc.nat(50), { minLength: 1, maxLength: 60 }),
  })
  .map(({ names, amount, turns }) => {
    const stories = names.map((name, id) => tell(name, { id, amount: amount * 100 + id }));
    return { stories, ledger: mixed(stories, turns) };
  });

const expected = (stories: readonly Story[]): Record<string, string> =>
  Object.fromEntries(
    stories.flatMap(({ verdict, name, steps: [first] }) =>
      name === 'sold twice, both answered' ? [] : [[first?.msgid ?? '', verdict]],
    ),
  );

const bookOf = (stories: readonly Story[]): HisBook => ({
  source: 'csv',
  at: NOW,
  institutions: [HOSPITAL],
  rows: stories.flatMap(({ rows }) => rows),
});

describe('books built with known differences', () => {
  it('tell stories of every verdict', () => {
    expect(new Set(Object.values(PLOTS).map(({ verdict }) => verdict))).toEqual(new Set(VERDICTS));
  });

  it.each(NAMES)('are judged one by one: %s', (name) => {
    const story = tell(name, { id: 1, amount: 100 });
    const { cases, sums } = judged(mixed([story], [0]));
    expect(cases[0]?.verdict).toBe(story.verdict);
    expect(sums.unexplained).toBe(0);
  });

  it('are classified exactly, whatever happens at the same time', () => {
    fc.assert(
      fc.property(ledgers, ({ stories, ledger }) => {
        const { cases, convicted, sums, counts } = judged(ledger);
        const byMessage = Object.fromEntries(cases.map(({ msgids, verdict }) => [msgids[0] ?? '', verdict]));
        expect(byMessage).toMatchObject(expected(stories));
        const guilty = stories.filter(({ verdict }) => verdict !== 'consistent' && verdict !== 'unresolved');
        expect(convicted).toBe(guilty.length > 0);
        expect(cases.filter(({ convicts }) => convicts)).toHaveLength(guilty.length);
        expect(Object.values(counts).reduce((total, count) => total + count, 0)).toBe(cases.length);
        expect(sums.unexplained).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('agree in their sums with the own book of the HIS too', () => {
    fc.assert(
      fc.property(ledgers, ({ stories, ledger }) => {
        const { cases, sums, book } = judged(ledger, bookOf(stories));
        const paid = stories.flatMap(({ rows }) => rows).filter(({ state }) => state === 'paid');
        expect(book).toBe('csv');
        expect(sums.unexplained).toBe(0);
        expect(sums.his).toBe(paid.reduce((total, { medfee_sumamt }) => total + medfee_sumamt, 0));
        const verdicts = Object.fromEntries(cases.map(({ msgids, verdict }) => [msgids[0] ?? '', verdict]));
        // What its messages leave open, its book may settle.
        const settled = stories.filter(({ verdict }) => verdict !== 'unresolved');
        expect(verdicts).toMatchObject(expected(settled));
      }),
      { numRuns: 150 },
    );
  });

  it('convict nobody by an answer of which nobody knows whether it left', () => {
    fc.assert(
      fc.property(ledgers, ({ ledger }) => {
        const events = ledger.events.map((event) => ({ ...event, seen: 'doubtful' as const }));
        expect(judged({ ...ledger, events }).convicted).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the own book of the HIS', () => {
  const story = tell('settled and answered', { id: 1, amount: 10_000 });
  const ledger = mixed([story], [0]);
  const [row] = story.rows;

  it('convicts of money that only the platform has, though the answer came', () => {
    expect(judged(ledger, bookOf([{ ...story, rows: [] }])).cases[0]).toMatchObject({ verdict: 'orphan-on-platform' });
  });

  it('convicts of an amount that differs by a cent', () => {
    const rows = row ? [{ ...row, medfee_sumamt: asFen(10_001) }] : [];
    const { cases, sums } = judged(ledger, bookOf([{ ...story, rows }]));
    expect(cases[0]).toMatchObject({ verdict: 'orphan-in-his', platform: 10_000, his: 10_001 });
    expect(cases[0]?.broken.map(({ rule }) => rule)).toContain('sums-agree');
    expect(sums).toMatchObject({ explained: -1, unexplained: 0 });
  });

  it('convicts of a settlement that the platform does not know', () => {
    const stray = { fixmedins_code: HOSPITAL, setl_id: 'NOWHERE', medfee_sumamt: asFen(500), state: 'paid' as const };
    const { cases } = judged(ledger, bookOf([{ ...story, rows: [...story.rows, stray] }]));
    expect(cases.map(({ verdict }) => verdict)).toEqual(['orphan-in-his', 'consistent']);
  });

  it('says nothing of what came after it', () => {
    const early = { ...bookOf([{ ...story, rows: [] }]), at: NOW - 100_000_000 };
    expect(judged(ledger, early)).toMatchObject({ convicted: false, cases: [{ byBook: false }] });
  });

  it('convicts of nothing that was taken back after it was given', () => {
    const refunded = tell('refunded', { id: 1, amount: 10_000 });
    const later = mixed([refunded], [0]);
    const rows = row ? [row] : [];
    const given = later.events[1]?.at ?? 0;
    for (const moment of [{ at: given - 1 }, { at: NOW, before: 2 }]) {
      const { convicted, cases, sums } = judged(later, { ...bookOf([{ ...refunded, rows }]), ...moment });
      expect({ convicted, cases }).toMatchObject({ convicted: false, cases: [{ byBook: false, platform: 0, his: 0 }] });
      expect(sums).toMatchObject({ his: 0, unexplained: 0 });
    }
    expect(judged(later, bookOf([{ ...refunded, rows }])).cases).toMatchObject([{ verdict: 'orphan-in-his' }]);
  });

  it('is found by message, or by visit and batch, where it has no number', () => {
    for (const key of [{ msgid: 'C1' }, { mdtrt_id: 'V1', chrg_bchno: 'B1' }]) {
      const rows = [{ fixmedins_code: HOSPITAL, medfee_sumamt: asFen(10_000), state: 'paid' as const, ...key }];
      expect(judged(ledger, bookOf([{ ...story, rows }])).cases).toMatchObject([{ verdict: 'consistent' }]);
    }
  });
});

describe('a HIS that never stops', () => {
  it('is judged in no time', () => {
    const story = tell('lost, nobody asks', { id: 1, amount: 100 });
    const steps = Array.from({ length: 5_000 }, () => story.steps).flat();
    const begun = performance.now();
    expect(judged(mixed([{ ...story, steps }], [0])).cases).toMatchObject([{ verdict: 'orphan-on-platform' }]);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe('back-off', () => {
  it('is broken by a resend after less than its time, and cannot be under a clock that stands', () => {
    const story = tell('lost, sent again', { id: 1, amount: 100 });
    const ledger = mixed([story], [0]);
    const at = (gap: number) => ledger.events.map((event, index) => ({ ...event, at: NOW - 7_200_000 + index * gap }));
    const rules = (gap: number) => judged({ ...ledger, events: at(gap) }).cases[0]?.broken.map(({ rule }) => rule);
    expect(rules(999)).toEqual(['back-off']);
    expect(rules(1000)).toEqual([]);
    expect(rules(0)).toEqual([]);
  });
});
