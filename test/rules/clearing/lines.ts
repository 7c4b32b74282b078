import fc from 'fast-check';
import { asFen } from '../../../src/kernel/money.ts';
import type { ClearingLine } from '../../../src/rules/clearing/line.ts';

const PROVINCES = ['110000', '310000', '440000', '610000', '650000'];

/** A line between two provinces; amounts below zero are those of refunds. */
export const clearingLine = (line: Partial<ClearingLine> = {}): ClearingLine => ({
  id: 'A1',
  kind: 'settlement',
  month: '202609',
  payer: '610000',
  payee: '440000',
  insuplc: '610100',
  mdtrtarea: '440300',
  insurance: 'employee',
  fixmedins_code: 'H44030099001',
  medfee: asFen(100_00),
  fund: asFen(60_00),
  account: asFen(20_00),
  ...line,
});

const fen = (most: number) => fc.integer({ min: 0, max: most }).map(asFen);

/** Any settlement between two different provinces. */
export const anySettlement: fc.Arbitrary<ClearingLine> = fc
  .record({
    pair: fc.uniqueArray(fc.constantFrom(...PROVINCES), { minLength: 2, maxLength: 2 }),
    insurance: fc.constantFrom('employee' as const, 'resident' as const),
    fund: fen(9_000_000_00),
    account: fen(5_000_00),
    cash: fen(5_000_00),
  })
  .map(({ pair: [payer = '', payee = ''], insurance, fund, account, cash }) =>
    clearingLine({ payer, payee, insurance, fund, account, medfee: asFen(fund + account + cash) }),
  );
