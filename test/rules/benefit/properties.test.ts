import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asFen, sum, ZERO, type Fen } from '../../../src/kernel/money.ts';
import { asRate, clamp } from '../../../src/kernel/rate.ts';
import type { Claim, SettleRequest } from '../../../src/rules/benefit/request.ts';
import { settle } from '../../../src/rules/benefit/settle.ts';
import { applyDeltas, negateDeltas } from '../../../src/rules/ledger/delta.ts';
import type { Bands, ParameterValues } from '../../../src/rules/policy/values.ts';
import { always, inlineParameters } from './inline-parameters.ts';
import { requestOf } from './request-of.ts';

const money = (max: number) => fc.integer({ min: 0, max: max * 100 }).map(asFen);
const anyRate = fc.integer({ min: 0, max: 10_000 }).map(asRate);
const orNone = <T>(value: fc.Arbitrary<T>) => fc.oneof(fc.constant('none' as const), value);

const bands: fc.Arbitrary<Bands> = fc
  .tuple(anyRate, fc.uniqueArray(fc.tuple(money(20_000), anyRate), { maxLength: 3, selector: ([from]) => from }))
  .map(([first, more]) => [
    { from: ZERO, ratio: first },
    ...more
      .filter(([from]) => from > ZERO)
      .sort(([a], [b]) => a - b)
      .map(([from, ratio]) => ({ from, ratio })),
  ]);

const offsite: fc.Arbitrary<ParameterValues['offsite']> = orNone(
  fc.oneof(
    anyRate.map((points) => ({ points })),
    anyRate.map((factor) => ({ factor })),
    anyRate.map((first_self_pay) => ({ first_self_pay })),
    money(2_000).map((deductible) => ({ deductible })),
  ),
);

const values = {
  deductible: fc.record({
    amount: money(2_000),
    per: fc.constantFrom('year', 'month', 'visit'),
    counts: fc.constantFrom('benefit', 'disease', 'inpatient', 'B'),
  }),
  offsite,
  year_cap: orNone(fc.record({ amount: money(10_000), counts: fc.constantFrom('disease', 'benefit', 'B') })),
  month_cap: orNone(fc.record({ amount: money(2_000), counts: fc.constant('disease') })),
  pool_cap: orNone(money(30_000)),
  large_expense: orNone(fc.record({ ratio: anyRate, cap: orNone(money(20_000)) })),
  serious_illness: orNone(
    fc.record({ threshold: money(5_000), bands, cap: orNone(money(10_000)), base_includes_preself: fc.boolean() }),
  ),
  civil_servant: orNone(fc.record({ ratio: anyRate, cap: orNone(money(2_000)) })),
  disabled_soldier: orNone(fc.record({ ratio: anyRate })),
  preferential: orNone(fc.record({ ratio: anyRate })),
  assistance: orNone(fc.record({ threshold: money(2_000), ratio: anyRate, cap: orNone(money(2_000)) })),
  account: fc.constantFrom('all', 'in-scope', 'none'),
} satisfies { [Name in keyof ParameterValues]?: fc.Arbitrary<ParameterValues[Name]> };

const parameters = fc
  .tuple(fc.constantFrom('310', '390'), bands, fc.record(values))
  .map(([insutype, ratio, named]) => inlineParameters(insutype, ratio, named));

const claims = fc
  .tuple(money(50_000), money(2_000), money(2_000), money(2_000))
  .map(([inscp_scp_amt, preselfpay_amt, overlmt_selfpay, fulamt_ownpay_amt]): Claim => ({
    medfee_sumamt: sum([inscp_scp_amt, preselfpay_amt, overlmt_selfpay, fulamt_ownpay_amt]),
    fulamt_ownpay_amt,
    overlmt_selfpay,
    preselfpay_amt,
    inscp_scp_amt,
  }));

const CODES = ['Q0000_14', 'Q0000_21', 'Q000B_14', 'QM06900_14', 'S0000_14', 'D0000_14', 'D310101_14', 'D390101_14',
  'D000B_14', 'DM06900_14', 'D310101', 'D390101', 'D330101', 'TS310301', 'D310301', 'TS390201', 'D390201', 'D320101',
  'TS610101', 'D610101'].map((code) => `${code}@2026`); // prettier-ignore
const used = fc.dictionary(fc.constantFrom(...CODES, 'DM06900_14@202603', 'Q0000_14@202603'), money(20_000));

const requests: fc.Arbitrary<SettleRequest> = fc
  .record({ parameters, claim: claims, used, use: fc.boolean(), balance: money(5_000), family: money(500) })
  .map(({ parameters: policy, claim, used: before, ...account }) =>
    requestOf(policy, { claim, used: before, account }),
  );

const fundOf = (request: SettleRequest): Fen => settle(request).shares.fund_pay_sumamt;
const personOf = (request: SettleRequest): Fen => settle(request).shares.psn_part_amt;

const withCost = (request: SettleRequest, part: keyof Claim, more: Fen): SettleRequest => ({
  ...request,
  claim: {
    ...request.claim,
    medfee_sumamt: asFen(request.claim.medfee_sumamt + more),
    [part]: asFen(request.claim[part] + more),
  },
});

it('bears every claim completely: the identities hold and no part is negative', () => {
  fc.assert(
    fc.property(requests, (request) => {
      const { shares, funds } = settle(request);
      expect(shares.fund_pay_sumamt + shares.acct_pay + shares.psn_cash_pay).toBe(request.claim.medfee_sumamt);
      expect(sum(funds.map((row) => row.fund_payamt))).toBe(shares.fund_pay_sumamt + shares.acct_pay);
      expect(Math.min(...Object.values(shares), ...funds.map((row) => row.fund_payamt))).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});

it('never pays less for more cost in scope', () => {
  fc.assert(
    fc.property(requests, money(1_000), (request, more) => {
      expect(fundOf(withCost(request, 'inscp_scp_amt', more))).toBeGreaterThanOrEqual(fundOf(request));
    }),
    { numRuns: 500 },
  );
});

it('pays nothing more for 全自费 and 超限价', () => {
  fc.assert(
    fc.property(requests, money(1_000), (request, more) => {
      expect(fundOf(withCost(request, 'fulamt_ownpay_amt', more))).toBe(fundOf(request));
      expect(fundOf(withCost(request, 'overlmt_selfpay', more))).toBe(fundOf(request));
    }),
  );
});

it('never makes the person pay more when the ratio rises', () => {
  fc.assert(
    fc.property(requests, anyRate, (request, more) => {
      const raised = request.parameters.ratio.flatMap((one) =>
        always(one.value.map(({ from, ratio }) => ({ from, ratio: clamp(ratio + more) }))),
      );
      const better = { ...request, parameters: { ...request.parameters, ratio: raised } };
      expect(personOf(better)).toBeLessThanOrEqual(personOf(request));
    }),
    { numRuns: 500 },
  );
});

it('restores every accumulator when the deltas are taken back', () => {
  fc.assert(
    fc.property(requests, (request) => {
      const { deltas } = settle(request);
      const after = applyDeltas(request.used, deltas);
      const restored = applyDeltas(after, negateDeltas(deltas));
      const left = Object.entries(restored).filter(([key, amount]) => amount !== (request.used[key] ?? ZERO));
      expect(left).toEqual([]);
    }),
  );
});
