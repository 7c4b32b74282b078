import { expect, it } from 'vitest';
import { settle } from '../../../src/rules/benefit/settle.ts';
import { flat, fen, inlineParameters, rate } from './inline-parameters.ts';
import { claimOf, requestOf } from './request-of.ts';

// Examples A and B stand in nanjing-employee-chronic.yaml and xian-employee-chronic.yaml: their places have policies.

it('C: 居民 类风湿 50 %, of whose disease cap 40.00 are left', () => {
  const parameters = inlineParameters('390', flat('50%'), { year_cap: { amount: fen(4000), counts: 'disease' } });
  const { shares, funds } = settle(requestOf(parameters, { used: { 'DM06900_14@2026': fen(3960) } }));
  expect(shares).toMatchObject({ act_pay_dedc: fen(0), hifp_pay: fen(40), psn_part_amt: fen(459.5) });
  expect(funds).toMatchObject([{ fund_pay_type: '390100', crt_payb_lmt_amt: fen(40), fund_payamt: fen(40) }]);
});

it('D: 90 % × 0.80 = 72 % for 其他临时外出', () => {
  const parameters = inlineParameters('310', flat('90%'), { offsite: { factor: rate('80%') } });
  const { shares } = settle(requestOf(parameters));
  expect(shares).toMatchObject({
    pool_prop_selfpay: rate('72%'),
    hifp_pay: fen(264.7), // 367.64 × 72 % = 264.7008
    psn_part_amt: fen(234.8),
  });
});

it('E: a year of 透析 through all three layers', () => {
  const parameters = inlineParameters('390', flat('60%'), {
    serious_illness: { threshold: fen(10_000), bands: flat('60%'), cap: 'none', base_includes_preself: false },
    assistance: { threshold: fen(0), ratio: rate('70%'), cap: 'none' },
  });
  const claim = claimOf(44_550, { full: 1_200, over: 360, preself: 2_150 });
  const { shares, funds } = settle(requestOf(parameters, { claim }));
  expect(shares).toMatchObject({
    medfee_sumamt: fen(48_260),
    hifp_pay: fen(26_730), // 44550 × 60 %
    hifmi_pay: fen(4_692), // (17820 − 10000) × 60 %
    maf_pay: fen(9_189.6), // (17820 − 4692) × 70 %
    psn_part_amt: fen(7_648.4),
  });
  expect(funds.map((row) => [row.fund_pay_type, row.fund_payamt])).toEqual([
    ['390100', fen(26_730)],
    ['390200', fen(4_692)],
    ['610100', fen(9_189.6)],
  ]);
});

it('F: 公务员 whose pool cap is nearly used up', () => {
  const parameters = inlineParameters('310', flat('85%'), {
    pool_cap: fen(100_000),
    large_expense: { ratio: rate('90%'), cap: 'none' },
    civil_servant: { ratio: rate('60%'), cap: 'none' },
  });
  const { shares, funds } = settle(
    requestOf(parameters, { claim: claimOf(30_000), used: { 'D310101@2026': fen(88_000) } }),
  );
  expect(shares).toMatchObject({
    act_pay_dedc: fen(0),
    hifp_pay: fen(12_000),
    hifob_pay: fen(14_294.12), // 12000 ÷ 85 % = 14117.65; 15882.35 × 90 % = 14294.115
    cvlserv_pay: fen(2_223.53), // 3705.88 × 60 %
    psn_part_amt: fen(1_482.35),
  });
  expect(funds.find((row) => row.fund_pay_type === '330100')?.inscp_scp_amt).toBe(fen(15_882.35));
});
