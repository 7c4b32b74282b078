import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asFen, sum, ZERO, type Fen } from '../../../src/kernel/money.ts';
import { clamp } from '../../../src/kernel/rate.ts';
import type { Claim, SettleRequest } from '../../../src/rules/benefit/request.ts';
import { settle } from '../../../src/rules/benefit/settle.ts';
import { applyDeltas, negateDeltas } from '../../../src/rules/ledger/delta.ts';
import { anyRate, money, requests } from './any-request.ts';
import { always } from './inline-parameters.ts';

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
    fc.property(requests, money(20_000), (request, more) => {
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

it('leaves nothing behind when a settlement is taken back: the next one is as if it had never been', () => {
  fc.assert(
    fc.property(requests, (request) => {
      const { deltas } = settle(request);
      const after = applyDeltas(request.used, deltas);
      const restored = applyDeltas(after, negateDeltas(deltas));
      const left = Object.entries(restored).filter(([key, amount]) => amount !== (request.used[key] ?? ZERO));
      expect(left).toEqual([]);
      expect(settle({ ...request, used: restored })).toEqual(settle(request));
    }),
  );
});
