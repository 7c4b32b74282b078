import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asFen, subtract, ZERO, type Fen } from '../../../src/kernel/money.ts';
import { asRate } from '../../../src/kernel/rate.ts';
import type { SettleRequest } from '../../../src/rules/benefit/request.ts';
import { settle } from '../../../src/rules/benefit/settle.ts';
import { applyDeltas } from '../../../src/rules/ledger/delta.ts';
import type { Bands, Cap, None, Offsite } from '../../../src/rules/policy/values.ts';
import { money, orNone, requestsUnder, values, type Values } from './any-request.ts';
import { fen } from './inline-parameters.ts';
import { claimOf } from './request-of.ts';

/**
 * Ratios that are not close to nothing: what a cap lets through is divided by them to find the cost beyond it, and so
 * is the 分 that was rounded.
 */
const fairRate = fc.integer({ min: 5_000, max: 10_000 }).map(asRate);
const fairBands = fc.tuple(fairRate, fairRate).map(([low, high]) => [
  { from: ZERO, ratio: low },
  { from: fen(10_000), ratio: high },
]);
const fairAbove = (cap: Cap | None): Cap | None =>
  cap === 'none' || cap.above === undefined ? cap : { ...cap, above: asRate(5_000) };

/** A deductible that is due at each visit makes two visits differ by more than rounding. */
const addsUp = ({ deductible }: Values): boolean => deductible.per !== 'visit';

const under = (ratios: fc.Arbitrary<Bands>, offsite: fc.Arbitrary<Offsite>) =>
  requestsUnder(
    ratios,
    fc
      .record({
        ...values,
        offsite: orNone(offsite),
        year_cap: values.year_cap.map(fairAbove),
        month_cap: values.month_cap.map(fairAbove),
      })
      .filter(addsUp),
  );

const requests = fc.oneof(
  under(fairBands, fc.oneof(fc.record({ factor: fairRate }), fc.record({ deductible: money(2_000) }))),
  under(fairBands, fc.record({ first_self_pay: fairRate })),
);

const personOf = (request: SettleRequest): Fen => settle(request).shares.psn_part_amt;

/** What the person bears of two claims on one day: the second one finds the sums where the first one left them. */
const personOfBoth = (request: SettleRequest, first: Fen, second: Fen): number => {
  const one = settle({ ...request, claim: claimOf(first / 100) });
  const used = applyDeltas(request.used, one.deltas);
  return one.shares.psn_part_amt + personOf({ ...request, used, claim: claimOf(second / 100) });
};

/** 分 in all: each step of a settlement rounds half up once per claim, and two claims do so twice. */
const ROUNDING = 6;

it('changes what the person bears only by rounding when a claim is split in two', () => {
  fc.assert(
    fc.property(requests, fc.integer({ min: 0, max: 100 }), (request, percent) => {
      const scope = request.claim.inscp_scp_amt;
      const first = asFen(Math.floor((scope * percent) / 100));
      const whole = personOf({ ...request, claim: claimOf(scope / 100) });
      const apart = personOfBoth(request, first, subtract(scope, first));
      expect(Math.abs(apart - whole)).toBeLessThanOrEqual(ROUNDING);
    }),
    { numRuns: 500 },
  );
});
