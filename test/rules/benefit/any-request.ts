import fc from 'fast-check';
import { asFen, sum, ZERO } from '../../../src/kernel/money.ts';
import { asRate } from '../../../src/kernel/rate.ts';
import type { Claim, SettleRequest } from '../../../src/rules/benefit/request.ts';
import type { Bands, Cap, ParameterValues } from '../../../src/rules/policy/values.ts';
import { inlineParameters } from './inline-parameters.ts';
import { requestOf } from './request-of.ts';

/** An amount up to so many 元. */
export const money = (max: number) => fc.integer({ min: 0, max: max * 100 }).map(asFen);
export const anyRate = fc.integer({ min: 0, max: 10_000 }).map(asRate);
export const orNone = <T>(value: fc.Arbitrary<T>) => fc.oneof(fc.constant('none' as const), value);

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

/** A cap on what the pool pays or on the cost, with or without a ratio above it. */
const cap = (max: number, counts: readonly string[]) =>
  fc
    .record({ amount: money(max), counts: fc.constantFrom(...counts), onCost: fc.boolean(), above: orNone(anyRate) })
    .map(({ amount, counts: together, onCost, above }): Cap => ({
      amount,
      counts: together,
      ...(onCost ? { on: 'cost' } : {}),
      ...(above === 'none' ? {} : { above }),
    }));

const severalDiseases: fc.Arbitrary<ParameterValues['several_diseases']> = orNone(
  fc.oneof(
    money(2_000).map((plus) => ({ plus })),
    fc.record({ plus_each: money(1_000), most: orNone(money(15_000)) }),
    anyRate.map((second_share) => ({ second_share })),
  ),
);

/** Every mechanism that a policy may have. */
export const values = {
  deductible: fc.record({
    amount: money(2_000),
    per: fc.constantFrom('year', 'month', 'visit'),
    counts: fc.constantFrom('benefit', 'disease', 'inpatient', 'B'),
  }),
  deductible_factor: orNone(anyRate.map((factor) => ({ factor }))),
  ratio_bonus: orNone(anyRate.map((points) => ({ points }))),
  offsite,
  year_cap: orNone(cap(10_000, ['disease', 'benefit', 'B'])),
  month_cap: orNone(cap(2_000, ['disease', 'B'])),
  several_diseases: severalDiseases,
  pool_cap: orNone(money(30_000)),
  large_expense: orNone(fc.record({ ratio: anyRate, cap: orNone(money(20_000)) })),
  serious_illness: orNone(
    fc.record({ threshold: money(5_000), bands, cap: orNone(money(10_000)), base_includes_preself: fc.boolean() }),
  ),
  civil_servant: orNone(fc.record({ ratio: anyRate, cap: orNone(money(2_000)) })),
  employer_supplement: orNone(fc.record({ ratio: anyRate, cap: orNone(money(2_000)) })),
  disabled_soldier: orNone(fc.record({ ratio: anyRate })),
  preferential: orNone(fc.record({ ratio: anyRate })),
  assistance: orNone(fc.record({ threshold: money(2_000), ratio: anyRate, cap: orNone(money(2_000)) })),
  account: fc.constantFrom('all', 'in-scope', 'none'),
} satisfies { [Name in keyof ParameterValues]?: fc.Arbitrary<ParameterValues[Name]> };

export type Values = { readonly [Name in keyof typeof values]: ParameterValues[Name] };

const claims = fc
  .tuple(money(50_000), money(2_000), money(2_000), money(2_000))
  .map(([inscp_scp_amt, preselfpay_amt, overlmt_selfpay, fulamt_ownpay_amt]): Claim => ({
    medfee_sumamt: sum([inscp_scp_amt, preselfpay_amt, overlmt_selfpay, fulamt_ownpay_amt]),
    fulamt_ownpay_amt,
    overlmt_selfpay,
    preselfpay_amt,
    inscp_scp_amt,
  }));

// prettier-ignore
const CODES = ['Q0000_14', 'Q0000_21', 'Q000B_14', 'QM06900_14', 'S0000_14', 'S000B_14', 'SM06900_14', 'D310101_14',
  'D390101_14', 'D000B_14', 'DM06900_14', 'D310101', 'D390101', 'D330101', 'TS310301', 'D310301', 'TS390201', 'D390201',
  'D320101', 'D370101', 'TS610101', 'D610101'].map((code) => `${code}@2026`);
const MONTHLY = ['DM06900_14', 'D000B_14', 'SM06900_14', 'S000B_14', 'Q0000_14'].map((code) => `${code}@202603`);
const used = fc.dictionary(fc.constantFrom(...CODES, ...MONTHLY), money(20_000));

/** Requests under policies of these ratios and values, with sums partly used. */
export const requestsUnder = (ratios: fc.Arbitrary<Bands>, named: fc.Arbitrary<Values>): fc.Arbitrary<SettleRequest> =>
  fc
    .record({
      insutype: fc.constantFrom('310', '390'),
      ratio: ratios,
      named,
      claim: claims,
      used,
      diseases: fc.subarray(['M06900', 'M03900', 'M01600']),
      account: fc.record({ use: fc.boolean(), balance: money(5_000), family: money(500) }),
    })
    .map(({ insutype, ratio, named: policy, claim, used: before, diseases, account }) =>
      requestOf(inlineParameters(insutype, ratio, policy), { claim, used: before, account, person: { diseases } }),
    );

/** Requests under any policy. */
export const requests = requestsUnder(bands, fc.record(values));
