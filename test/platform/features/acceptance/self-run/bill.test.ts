import { expect, it } from 'vitest';
import { sum } from '../../../../../src/kernel/money.ts';
import { amountAt } from '../../../../../src/platform/features/demo/answer-values.ts';
import { BILL, linesOf, sumsOf, timesOver } from '../../../../../src/platform/features/acceptance/self-run/bill.ts';

it('the bill of every visit has a value in each of the six items of row 17, and every sum is that of its lines', () => {
  expect(sumsOf(BILL)).toEqual({
    medfee_sumamt: '489.50',
    inscp_scp_amt: '357.64',
    preselfpay_amt: '29.36',
    fulamt_ownpay_amt: '58.00',
    overlmt_selfpay: '44.50',
    inscp_claa_amt: '28.40',
    preselfpay_drug_amt: '16.86',
    preselfpay_serv_amt: '8.00',
    preselfpay_mcs_amt: '4.50',
    overlmt_bed_amt: '38.00',
  });
});

it.each([1, 400])('lines of the bill %i times over cost quantity × price, which is the sum of their parts', (times) => {
  for (const line of linesOf(timesOver(BILL, times), 'M05300', '2026-09-01 10:00:00')) {
    const parts = ['fulamt_ownpay_amt', 'overlmt_amt', 'preselfpay_amt', 'inscp_scp_amt'] as const;
    expect(amountAt(line, 'amt')).toBe(sum(parts.map((code) => amountAt(line, code))));
    expect(amountAt(line, 'amt')).toBe(amountAt(line, 'pric') * Number(line.cnt));
  }
});
