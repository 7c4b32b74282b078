import { describe, expect, it } from 'vitest';
import { settle } from '../../../src/rules/benefit/settle.ts';
import { flat, fen, inlineParameters, rate } from './inline-parameters.ts';
import { claimOf, requestOf } from './request-of.ts';

/** Structures of real places that 西安 and 南京 do not have; the figures are theirs. */

describe('points for age or identity', () => {
  const parameters = inlineParameters('310', flat('92%'), { ratio_bonus: { points: rate('6%') } });

  it('raise the ratio before the discount of 异地就医', () => {
    const away = inlineParameters('310', flat('85%'), {
      ratio_bonus: { points: rate('2%') },
      offsite: { points: rate('10%') },
    });
    // 85 + 2 − 10 = 77 %
    expect(settle(requestOf(away, { claim: claimOf(1_000) })).shares.hifp_pay).toBe(fen(770));
  });

  it('never raise it above the whole', () => {
    const high = inlineParameters('310', flat('97%'), { ratio_bonus: { points: rate('6%') } });
    expect(settle(requestOf(high, { claim: claimOf(1_000) })).shares.hifp_pay).toBe(fen(1_000));
    expect(settle(requestOf(parameters, { claim: claimOf(1_000) })).shares.hifp_pay).toBe(fen(980));
  });

  it('are explained as a step of their own', () => {
    const { explanation } = settle(requestOf(parameters, { claim: claimOf(1_000) }));
    expect(explanation.find(({ rule }) => rule === 'ratio-bonus')).toMatchObject({
      value: '6个百分点',
      amount: fen(980),
    });
  });
});

it('lowers the deductible by a factor, what was borne before included (徐州 退休 65 %)', () => {
  const parameters = inlineParameters('310', flat('80%'), {
    deductible: { amount: fen(1_000), per: 'year', counts: 'B' },
    deductible_factor: { factor: rate('65%') },
  });
  const { shares } = settle(requestOf(parameters, { claim: claimOf(500), used: { 'Q000B_14@2026': fen(500) } }));
  // 650 − 500 = 150; 350 × 80 %
  expect(shares).toMatchObject({ act_pay_dedc: fen(150), hifp_pay: fen(280) });
});

describe('a cap on cost (福州)', () => {
  const parameters = inlineParameters('310', flat('80%'), {
    deductible: { amount: fen(800), per: 'year', counts: 'benefit' },
    year_cap: { amount: fen(4_500), counts: 'disease', on: 'cost' },
  });

  it('looks at no more in-scope cost than is left of it, the deductible included', () => {
    const { shares, deltas } = settle(requestOf(parameters, { claim: claimOf(6_000) }));
    // 4500 − 800 = 3700, × 80 %
    expect(shares).toMatchObject({ act_pay_dedc: fen(800), hifp_pay: fen(2_960), psn_part_amt: fen(3_040) });
    expect(deltas).toContainEqual({ cum_type_code: 'SM06900_14', period: '2026', amount: fen(6_000) });
  });

  it('pays nothing when it is used up', () => {
    const used = { 'Q0000_14@2026': fen(800), 'SM06900_14@2026': fen(4_600) };
    expect(settle(requestOf(parameters, { claim: claimOf(100), used })).shares).toMatchObject({
      hifp_pay: fen(0),
      psn_part_amt: fen(100),
    });
  });
});

describe('a second ratio above the cap (青岛: 3500, above it 50 %)', () => {
  const parameters = inlineParameters('310', flat('86%'), {
    year_cap: { amount: fen(3_500), counts: 'disease', above: rate('50%') },
  });

  it('pays the cost beyond at that ratio', () => {
    const { shares } = settle(
      requestOf(parameters, { claim: claimOf(1_000), used: { 'DM06900_14@2026': fen(3_070) } }),
    );
    // 430 are left: 500.00 at 86 %; the other 500.00 at 50 %
    expect(shares.hifp_pay).toBe(fen(680));
  });

  it('pays everything at that ratio when nothing is left', () => {
    const { shares } = settle(
      requestOf(parameters, { claim: claimOf(1_000), used: { 'DM06900_14@2026': fen(4_000) } }),
    );
    expect(shares.hifp_pay).toBe(fen(500));
  });
});

describe('several diseases under one cap', () => {
  const diseases = ['M06900', 'M03900', 'M01600'];
  const paid = (several_diseases: Parameters<typeof inlineParameters>[2]) =>
    settle(
      requestOf(inlineParameters('310', flat('100%'), several_diseases), {
        claim: claimOf(20_000),
        person: { diseases },
      }),
    ).shares.hifp_pay;
  const year_cap = { amount: fen(2_000), counts: 'B' };

  it('add a sum for each, up to the most (昆明: 2000, +1000 each, at most 5000)', () => {
    expect(paid({ year_cap, several_diseases: { plus_each: fen(1_000), most: fen(5_000) } })).toBe(fen(4_000));
    expect(paid({ year_cap, several_diseases: { plus_each: fen(1_000), most: fen(3_500) } })).toBe(fen(3_500));
    expect(paid({ year_cap, several_diseases: { plus_each: fen(1_000), most: 'none' } })).toBe(fen(4_000));
  });

  it('add a share of the second cap (徐州: 60 %)', () => {
    expect(paid({ year_cap, several_diseases: { second_share: rate('60%') } })).toBe(fen(3_200));
  });
});

it('lets the employer’s plan pay a share of the remainder within its cap, after 公务员', () => {
  const parameters = inlineParameters('310', flat('50%'), {
    employer_supplement: { ratio: rate('50%'), cap: fen(5_000) },
  });
  const { shares, funds } = settle(
    requestOf(parameters, { claim: claimOf(1_000), used: { 'D370101@2026': fen(4_900) } }),
  );
  expect(shares).toMatchObject({ hifp_pay: fen(500), hifes_pay: fen(100), psn_part_amt: fen(400) });
  expect(funds[1]).toMatchObject({ fund_pay_type: '370100', crt_payb_lmt_amt: fen(100) });
});

it('leaves everything to the person where the place says 全额垫付, and counts nothing', () => {
  const parameters = inlineParameters('310', flat('80%'), { full_advance: 'whole' });
  const account = { use: true, balance: fen(500) };
  const { shares, funds, deltas, fullAdvance } = settle(requestOf(parameters, { claim: claimOf(1_000), account }));
  expect(shares).toMatchObject({ fund_pay_sumamt: fen(0), psn_cash_pay: fen(1_000), acct_pay: fen(0), balc: fen(500) });
  expect({ funds, deltas, fullAdvance }).toEqual({ funds: [], deltas: [], fullAdvance: true });
});

describe('a case asks', () => {
  const parameters = inlineParameters('390', flat('50%'));
  const byCase = (when: object) => ({
    ...parameters,
    ratio: [{ ...parameters.ratio[0], when, value: flat('90%') }, ...parameters.ratio] as typeof parameters.ratio,
  });

  it('for the grade of contribution (天津 高中低档)', () => {
    const graded = byCase({ grade: ['高'] });
    const paid = (grade?: string) =>
      settle(requestOf(graded, { claim: claimOf(100), person: { ...(grade !== undefined && { grade }) } })).shares
        .hifp_pay;
    expect([paid('高'), paid('低'), paid()]).toEqual([fen(90), fen(50), fen(50)]);
  });

  it('for the months of insurance (深圳 36 个月)', () => {
    const since = byCase({ insured_months_from: 36 });
    const paid = (insuredMonths: number) =>
      settle(requestOf(since, { claim: claimOf(100), person: { insuredMonths } })).shares.hifp_pay;
    expect([paid(36), paid(35)]).toEqual([fen(90), fen(50)]);
  });
});
