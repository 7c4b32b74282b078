import { expect, it } from 'vitest';
import { settle } from '../../../src/rules/benefit/settle.ts';
import { flat, fen, inlineParameters, rate } from './inline-parameters.ts';
import { claimOf, requestOf } from './request-of.ts';

const yearly = { per: 'year', counts: 'benefit' } as const;

it('takes the first self-pay of 异地就医 off the cost above the deductible (十堰: 10 %, 20 %)', () => {
  const parameters = inlineParameters('310', flat('80%'), {
    deductible: { ...yearly, amount: fen(100) },
    offsite: { first_self_pay: rate('20%') },
  });
  const { shares } = settle(requestOf(parameters, { claim: claimOf(1_100) }));
  // 1100 − 100 = 1000, less 20 % = 800, × 80 %
  expect(shares).toMatchObject({ act_pay_dedc: fen(100), hifp_pay: fen(640), psn_part_amt: fen(460) });
});

it('takes the first self-pay off each band, so that a claim stays where it is on the scale', () => {
  const bands = [
    { from: fen(0), ratio: rate('80%') },
    { from: fen(1_000), ratio: rate('0%') },
  ];
  const parameters = inlineParameters('310', bands, { offsite: { first_self_pay: rate('20%') } });
  // 800 of the first 1000 at 80 %; the second 1000 lies in the band that pays nothing.
  expect(settle(requestOf(parameters, { claim: claimOf(1_000) })).shares.hifp_pay).toBe(fen(640));
  expect(settle(requestOf(parameters, { claim: claimOf(2_000) })).shares.hifp_pay).toBe(fen(640));
});

it('puts another deductible in place of the usual one (深圳市外: 400, 1000), beside a factor on the ratio', () => {
  const parameters = inlineParameters('310', flat('90%'), {
    deductible: { ...yearly, amount: fen(200) },
    offsite: { deductible: fen(1_000), factor: rate('90%') },
  });
  const used = { 'Q0000_14@2026': fen(200) };
  const { shares, deltas } = settle(requestOf(parameters, { claim: claimOf(2_000), used }));
  // 1000 − 200 paid at home; 1200 × 81 %
  expect(shares).toMatchObject({ act_pay_dedc: fen(800), pool_prop_selfpay: rate('81%'), hifp_pay: fen(972) });
  expect(deltas).toContainEqual({ cum_type_code: 'Q0000_14', period: '2026', amount: fen(800) });
});

it('asks for a deductible per visit anew each time and counts nothing', () => {
  const parameters = inlineParameters('310', flat('50%'), {
    deductible: { amount: fen(100), per: 'visit', counts: 'benefit' },
  });
  const { shares, deltas } = settle(requestOf(parameters, { claim: claimOf(300) }));
  expect(shares).toMatchObject({ act_pay_dedc: fen(100), hifp_pay: fen(100) });
  expect(deltas.map((delta) => delta.cum_type_code).filter((code) => code.startsWith('Q'))).toEqual([]);
});

it('shares a deductible with 住院 (北京: 1300)', () => {
  const parameters = inlineParameters('310', flat('85%'), {
    deductible: { amount: fen(1_300), per: 'year', counts: 'inpatient' },
  });
  const { shares } = settle(requestOf(parameters, { claim: claimOf(1_000), used: { 'Q0000_21@2026': fen(1_000) } }));
  expect(shares).toMatchObject({ act_pay_dedc: fen(300), hifp_pay: fen(595) });
});

it('runs a cost through the bands of the year, deductible included', () => {
  const bands = [
    { from: fen(0), ratio: rate('85%') },
    { from: fen(30_000), ratio: rate('90%') },
    { from: fen(40_000), ratio: rate('95%') },
  ];
  const parameters = inlineParameters('310', bands, { deductible: { ...yearly, amount: fen(1_300) } });
  const { shares } = settle(requestOf(parameters, { claim: claimOf(45_000) }));
  // 1300 … 30000: 28700 × 85 % = 24395; 10000 × 90 % = 9000; 5000 × 95 % = 4750
  expect(shares).toMatchObject({ act_pay_dedc: fen(1_300), hifp_pay: fen(38_145), pool_prop_selfpay: rate('87.29%') });

  const later = requestOf(parameters, {
    claim: claimOf(2_000),
    used: { 'S0000_14@2026': fen(39_000), 'Q0000_14@2026': fen(1_300) },
  });
  // 1000 × 90 % + 1000 × 95 %
  expect(settle(later).shares).toMatchObject({ hifp_pay: fen(1_850), pool_prop_selfpay: rate('92.5%') });
});

it('finds the cost over the pool cap through the bands', () => {
  const bands = [
    { from: fen(0), ratio: rate('50%') },
    { from: fen(1_000), ratio: rate('80%') },
  ];
  const parameters = inlineParameters('310', bands, {
    pool_cap: fen(900),
    large_expense: { ratio: rate('90%'), cap: fen(100) },
  });
  const { shares, funds } = settle(requestOf(parameters, { claim: claimOf(2_000) }));
  // 500 for the first 1000, 400 more for 500: 500 over, 90 % = 450, but 大额 pays 100 at most
  expect(shares).toMatchObject({ hifp_pay: fen(900), hifob_pay: fen(100) });
  expect(funds[1]).toMatchObject({ inscp_scp_amt: fen(500), crt_payb_lmt_amt: fen(100) });
});

it('keeps a monthly cap by the month of settlement (海口 糖尿病: 500 a month)', () => {
  const parameters = inlineParameters('310', flat('80%'), {
    year_cap: { amount: fen(10_000), counts: 'benefit' },
    month_cap: { amount: fen(500), counts: 'disease' },
  });
  const { shares, deltas, funds } = settle(
    requestOf(parameters, { claim: claimOf(1_000), used: { 'DM06900_14@202603': fen(350) } }),
  );
  expect(shares.hifp_pay).toBe(fen(150));
  expect(funds[0]?.crt_payb_lmt_amt).toBe(fen(150));
  expect(deltas).toContainEqual({ cum_type_code: 'DM06900_14', period: '202603', amount: fen(150) });
  expect(deltas).toContainEqual({ cum_type_code: 'DM06900_14', period: '2026', amount: fen(150) });
});

it('keeps the tighter of the yearly and the monthly cap', () => {
  const parameters = inlineParameters('310', flat('80%'), {
    year_cap: { amount: fen(1_000), counts: 'disease' },
    month_cap: { amount: fen(500), counts: 'disease' },
  });
  const request = requestOf(parameters, { claim: claimOf(1_000), used: { 'DM06900_14@2026': fen(980) } });
  expect(settle(request).shares.hifp_pay).toBe(fen(20));
});

it('adds nothing for several diseases that each have a cap of their own', () => {
  const parameters = inlineParameters('310', flat('80%'), {
    year_cap: { amount: fen(100), counts: 'disease' },
    several_diseases: { plus: fen(2_000) },
  });
  const request = requestOf(parameters, { claim: claimOf(1_000), person: { diseases: ['M06900', 'M03900'] } });
  expect(settle(request).shares.hifp_pay).toBe(fen(100));
});

it('lets the account pay the in-scope part only, where the place says so', () => {
  const parameters = inlineParameters('310', flat('50%'), { account: 'in-scope' });
  const claim = claimOf(100, { preself: 20, over: 5, full: 7 });
  const { shares } = settle(requestOf(parameters, { claim, account: { use: true, balance: fen(1_000) } }));
  expect(shares).toMatchObject({ psn_part_amt: fen(82), acct_pay: fen(70), psn_cash_pay: fen(12), balc: fen(930) });
});

it('lists the account as a row of its own, outside the fund total', () => {
  const parameters = inlineParameters('310', flat('50%'), { account: 'all' });
  const { shares, funds } = settle(
    requestOf(parameters, { claim: claimOf(100), account: { use: true, balance: fen(30) } }),
  );
  expect(shares).toMatchObject({ fund_pay_sumamt: fen(50), acct_pay: fen(30), psn_cash_pay: fen(20) });
  expect(funds.map((row) => [row.fund_pay_type, row.fund_pay_type_name, row.fund_payamt])).toEqual([
    ['310100', '城镇职工基本医疗保险统筹基金', fen(50)],
    ['310200', '城镇职工基本医疗保险个人账户基金', fen(30)],
  ]);
});

it.each([
  ['parameters of another day', { visit: { serviceDate: '2026-03-11' } }, 'day of treatment'],
  ['parameters of another insurance', { person: { insutype: '390' } }, 'insurance'],
  ['parameters of another benefit', { visit: { benefit: 'general' } }, 'benefit'],
  ['a negative claim', { claim: claimOf(-1) }, 'refunds are not settled anew'],
  ['a claim that does not add up', { claim: { ...claimOf(1), medfee_sumamt: fen(2) } }, 'medfee'],
] as const)('throws on %s: the platform should have known', (_what, slip, message) => {
  const parameters = inlineParameters('310', flat('50%'));
  const request = requestOf(parameters);
  const broken = {
    ...request,
    ...slip,
    visit: { ...request.visit, ...('visit' in slip ? slip.visit : {}) },
    person: { ...request.person, ...('person' in slip ? slip.person : {}) },
  };
  expect(() => settle(broken)).toThrow(message);
});
