import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asFen } from '../../../src/kernel/money.ts';
import { reconcile, type Entry } from '../../../src/rules/clearing/reconcile.ts';

const entry = (setl_id: string, total: number, fund: number, account?: number): Entry => ({
  setl_id,
  medfee_sumamt: asFen(total),
  fund_pay_sumamt: asFen(fund),
  ...(account !== undefined && { acct_pay: asFen(account) }),
});

const verdicts = (ours: Entry[], theirs: Entry[]) =>
  reconcile(ours, theirs).map((row) => [(row.theirs ?? row.ours).setl_id, row.verdict]);

describe('reconciliation row by row', () => {
  it('says of each row what is the matter with it', () => {
    const ours = [entry('A', 100, 60, 20), entry('B', 100, 60, 20), entry('C', 100, 60, 20), entry('D', 100, 60, 20)];
    const theirs = [
      entry('A', 100, 60, 20), entry('B', 101, 60, 20), entry('C', 100, 61, 20), entry('X', 1, 1), entry('A', 100, 60),
    ]; // prettier-ignore
    expect(verdicts(ours, theirs)).toEqual([
      ['A', 'agree'],
      ['B', 'total-differs'],
      ['C', 'fund-differs'],
      ['X', 'theirs-only'],
      ['A', 'repeated'],
      ['D', 'ours-only'],
    ]);
  });

  it('compares the account where both sides name it', () => {
    expect(verdicts([entry('A', 9, 6, 2)], [entry('A', 9, 6, 1)])).toEqual([['A', 'account-differs']]);
    expect(verdicts([entry('A', 9, 6, 2)], [entry('A', 9, 6)])).toEqual([['A', 'agree']]);
  });

  it('has one verdict for each row of either side, and agrees with itself', () => {
    const rows = fc
      .uniqueArray(fc.tuple(fc.nat(20), fc.nat(3), fc.nat(3)), { selector: ([id]) => id })
      .map((list) => list.map(([id, total, fund]) => entry(String(id), total, fund)));
    fc.assert(
      fc.property(rows, rows, (ours, theirs) => {
        const made = reconcile(ours, theirs);
        expect(made.map((row) => row.theirs).filter(Boolean)).toEqual(theirs);
        expect(new Set(made.map((row) => row.ours).filter(Boolean))).toEqual(new Set(ours));
        expect(new Set(reconcile(ours, ours).map((row) => row.verdict)).has('ours-only')).toBe(false);
        const turned = new Map(reconcile(theirs, ours).map((row) => [(row.theirs ?? row.ours).setl_id, row.verdict]));
        for (const row of made) {
          const other = turned.get((row.theirs ?? row.ours).setl_id);
          const mirrored = { 'ours-only': 'theirs-only', 'theirs-only': 'ours-only' } as Record<string, string>;
          expect(other).toBe(mirrored[row.verdict] ?? row.verdict);
        }
      }),
    );
  });
});
