import { describe, expect, it } from 'vitest';
import { differing, notNegated, sumsAmiss } from '../../../../../src/platform/features/acceptance/self-run/money.ts';

const SETTLED = {
  medfee_sumamt: 490, fulamt_ownpay_amt: 58, overlmt_selfpay: 44.5, preselfpay_amt: 29.36, inscp_scp_amt: 358.14,
  hifp_pay: 200.58, fund_pay_sumamt: 200.58, psn_part_amt: 289.42, acct_payamt: 200, psn_cashpay: 89.42,
  hosp_part_amt: 0,
}; // prettier-ignore
const output = (change: object = {}, funds = [200.58, 200]) => ({
  setlinfo: { ...SETTLED, ...change },
  setldetail: funds.map((fund_payamt) => ({ fund_payamt })),
});

describe('the sums of a national settlement', () => {
  it('agree to the 分', () => {
    expect(sumsAmiss(output())).toEqual([]);
  });

  it.each(Object.keys(SETTLED).filter((code) => code !== 'preselfpay_amt'))('show one 分 too many in %s', (code) => {
    const amount = Number((SETTLED[code as keyof typeof SETTLED] + 0.01).toFixed(2));
    expect(sumsAmiss(output({ [code]: amount }))).not.toEqual([]);
  });

  it('name the figures that disagree', () => {
    expect(sumsAmiss(output({}, [200.58]))).toEqual(['基金 + 账户 = 基金分项之和 不成立：400.58 ≠ 200.58']);
  });
});

it('two settlements differ where an amount does', () => {
  expect(differing(output(), output(), '不同')).toEqual([]);
  expect(differing(output({ psn_cashpay: 1 }), output(), '不同')).toEqual(['不同：psn_cashpay 1.00 ≠ 89.42']);
});

it('a refund is the settlement with every sign turned', () => {
  const turned = Object.fromEntries(Object.entries(SETTLED).map(([code, amount]) => [code, -amount]));
  expect(notNegated(output(), output(turned))).toEqual([]);
  expect(notNegated(output(), output({ ...turned, hifp_pay: 0 }))).toEqual([
    '退费与原结算不是互为相反数：hifp_pay 0.00',
  ]);
});
