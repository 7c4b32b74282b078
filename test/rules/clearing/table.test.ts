import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asFen, negate, sum, ZERO } from '../../../src/kernel/money.ts';
import { billsOf, type Balances } from '../../../src/rules/clearing/bills.ts';
import { clearingRules } from '../../../src/rules/clearing/calendar.ts';
import { deductionLine, releaseOf } from '../../../src/rules/clearing/deduction.ts';
import { dueOf, insuranceOf, lineOf, type Clearable } from '../../../src/rules/clearing/line.ts';
import { clearingTable } from '../../../src/rules/clearing/table.ts';
import { monthsOfYear, openOfYear, yearSums } from '../../../src/rules/clearing/year-end.ts';
import { anySettlement, clearingLine } from './lines.ts';

const RULES = clearingRules();

const anyLine = fc
  .tuple(anySettlement, fc.constantFrom('202612', '202701', '202703'))
  .map(([line, month]) => ({ ...line, month }));

const mirror = (line: ReturnType<typeof clearingLine>, id: string) => ({
  ...line,
  ...{ id, kind: 'refund' as const, of: line.id },
  ...{ medfee: negate(line.medfee), fund: negate(line.fund), account: negate(line.account) },
});

const settlement = (row: Partial<Clearable> = {}): Clearable => ({
  setl_id: 'A1', state: 'effective', setl_time: '2026-09-30 23:59:59', fixmedins_code: 'H44030099001',
  mdtrtarea: '440300', insuplc: '610100', visitor: { insutype: '310' },
  shares: { medfee_sumamt: asFen(100_00), fund_pay_sumamt: asFen(60_00), acct_pay: asFen(20_00) }, ...row,
}); // prettier-ignore

describe('a line of clearing', () => {
  it('is what a settlement or refund costs the insured province', () => {
    expect(lineOf(settlement())).toEqual(clearingLine());
    expect(lineOf(settlement({ setl_id: 'A2', refundOf: 'A1' }))).toMatchObject({ kind: 'refund', of: 'A1' });
    expect(insuranceOf('390')).toBe('resident');
  });

  it('is not made of what was reversed, nor within a province', () => {
    expect(lineOf(settlement({ state: 'reversed' }))).toBeUndefined();
    expect(lineOf(settlement({ insuplc: '440100' }))).toBeUndefined();
    expect(lineOf(settlement({ state: 'refunded' }))).toBeDefined();
  });

  it('is owed with the personal account, or without it where a place clears so', () => {
    expect(dueOf(clearingLine(), RULES)).toBe(80_00);
    expect(dueOf(clearingLine(), clearingRules({ accountCleared: 0 }))).toBe(60_00);
  });
});

describe('a deduction after audit', () => {
  const line = clearingLine();
  const of = (amount: number, already = 0, month = '202609') =>
    deductionLine(line, { id: 'D1', amount: asFen(amount), month }, asFen(already));

  it('takes money off a settlement, before or after its month was cleared', () => {
    const before = of(10_00);
    expect(before).toMatchObject({ ok: true, value: { kind: 'deduction', of: 'A1', fund: -1000, account: 0 } });
    expect(of(10_00, 0, '202611')).toMatchObject({ ok: true, value: { month: '202611' } });
    expect(of(10_00, 0, '202608')).toMatchObject({ ok: true, value: { month: '202609' } });
  });

  it('never takes more than the funds have paid', () => {
    expect(of(60_00).ok).toBe(true);
    expect(of(60_01)).toEqual({ ok: false, error: 'more-than-left' });
    expect(of(10_00, 50_01)).toEqual({ ok: false, error: 'more-than-left' });
    expect(of(0)).toEqual({ ok: false, error: 'nothing' });
    expect(deductionLine(mirror(line, 'R1'), { id: 'D', amount: asFen(1), month: '202609' }, ZERO)).toEqual({
      ok: false,
      error: 'not-a-settlement',
    });
  });

  it('is given back when its settlement is refunded: all of it adds up to nothing', () => {
    const taken = of(25_00);
    if (!taken.ok) throw new Error('deducted');
    const lines = [line, taken.value, mirror(line, 'R1'), releaseOf(taken.value, { id: 'D2', month: '202610' })];
    const { total } = clearingTable('202610', lines, RULES);
    expect(total).toEqual({ visits: 0, lines: 4, medfee: 0, fund: 0, account: 0, due: 0 });
  });
});

describe('the table of a month', () => {
  it('has what each province pays another one, by insurance, and both sides of every province', () => {
    const lines = [
      clearingLine(),
      clearingLine({ id: 'A2', insurance: 'resident', fund: asFen(5_00), account: ZERO }),
      clearingLine({ id: 'A3', payer: '440000', payee: '610000' }),
      mirror(clearingLine(), 'R1'),
    ];
    const table = clearingTable('202609', lines, RULES);
    expect(
      table.pairs.map(({ payer, payee, insurance, due, visits }) => [payer, payee, insurance, due, visits]),
    ).toEqual([
      ['440000', '610000', 'employee', 80_00, 1],
      ['610000', '440000', 'employee', 0, 0],
      ['610000', '440000', 'resident', 5_00, 1],
    ]);
    expect(table.provinces).toEqual([
      { province: '440000', payable: 80_00, receivable: 5_00 },
      { province: '610000', payable: 5_00, receivable: 80_00 },
    ]);
  });

  it('balances whatever is in it: what all pay is what all get, and every line is in it', () => {
    fc.assert(
      fc.property(fc.array(anySettlement), (lines) => {
        const { total, pairs, provinces } = clearingTable('202609', lines, RULES);
        const payable = sum(provinces.map((row) => row.payable));
        expect(payable).toBe(sum(provinces.map((row) => row.receivable)));
        expect(payable).toBe(sum(lines.map((line) => dueOf(line, RULES))));
        expect(total.due).toBe(payable);
        expect(total.lines).toBe(lines.length);
        expect(pairs.reduce((count, row) => count + row.lines, 0)).toBe(lines.length);
      }),
    );
  });

  it('does not depend on the order of the lines', () => {
    fc.assert(
      fc.property(fc.array(anySettlement), (lines) => {
        expect(clearingTable('202609', lines.toReversed(), RULES)).toEqual(clearingTable('202609', lines, RULES));
      }),
    );
  });

  it('adds up to nothing once everything is refunded', () => {
    fc.assert(
      fc.property(fc.array(anySettlement), (lines) => {
        const { pairs } = clearingTable('202609', [...lines, ...lines.map((line) => mirror(line, 'R'))], RULES);
        expect(pairs.every((row) => row.due === 0 && row.visits === 0)).toBe(true);
      }),
    );
  });
});

describe('bills', () => {
  it('are what is above zero; what is below is taken off a later month', () => {
    const refund = mirror(clearingLine(), 'R1');
    const first = billsOf(clearingTable('202610', [refund], RULES), []);
    expect(first).toEqual({ bills: [], left: [{ payer: '610000', payee: '440000', due: -80_00 }] });
    const second = billsOf(clearingTable('202611', [clearingLine({ fund: asFen(100_00) })], RULES), first.left);
    expect(second).toEqual({ bills: [{ payer: '610000', payee: '440000', due: 40_00 }], left: [] });
  });

  it('lose nothing, month after month', () => {
    const months = fc.array(fc.array(fc.tuple(anySettlement, fc.boolean()), { maxLength: 6 }), { maxLength: 6 });
    fc.assert(
      fc.property(months, (lists) => {
        let left: Balances = [];
        let billed = 0;
        let owed = 0;
        for (const list of lists) {
          const lines = list.map(([line, negative]) => (negative ? mirror(line, 'R') : line));
          const table = clearingTable('202609', lines, RULES);
          const made = billsOf(table, left);
          expect(made.bills.every(({ due }) => due > 0)).toBe(true);
          expect(made.left.every(({ due }) => due < 0)).toBe(true);
          billed += sum(made.bills.map(({ due }) => due));
          owed += table.total.due;
          left = made.left;
        }
        expect(billed + sum(left.map(({ due }) => due))).toBe(owed);
      }),
    );
  });
});

describe('a year', () => {
  const september = clearingLine();
  const december = clearingLine({ id: 'A2', month: '202612' });
  const tables = [
    clearingTable('202612', [september], RULES),
    clearingTable('202701', [december, clearingLine({ id: 'A3', month: '202701' })], RULES),
  ];

  it('has what arose in it, in whichever month it was cleared', () => {
    expect(tables[1]?.years.map(({ year, lines }) => [year, lines])).toEqual([
      ['2026', 1],
      ['2027', 1],
    ]);
    expect(yearSums('2026', tables)).toEqual([
      { province: '440000', payable: 0, receivable: 160_00 },
      { province: '610000', payable: 160_00, receivable: 0 },
    ]);
    expect(yearSums('2028', tables)).toEqual([]);
  });

  it('adds up to the tables', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (lines) => {
        const table = clearingTable('202703', lines, RULES);
        const payable = table.years.flatMap((year) => year.provinces.map((row) => row.payable));
        expect(sum(payable)).toBe(table.total.due);
        expect(table.years.reduce((count, year) => count + year.lines, 0)).toBe(table.total.lines);
      }),
    );
  });

  it('is open while a month that may hold its fees is', () => {
    const months = [
      { period: '202612', stage: 'closed' },
      { period: '202703', stage: 'noticed' },
      { period: '202704', stage: 'collected' },
    ] as const;
    expect(openOfYear('2026', months, RULES)).toEqual(['202703']);
    expect(monthsOfYear('2026', RULES)).toHaveLength(15);
    expect(monthsOfYear('2026', RULES).slice(-4)).toEqual(['202612', '202701', '202702', '202703']);
  });
});
