import { describe, expect, it } from 'vitest';
import { settle } from '../../../src/rules/benefit/settle.ts';
import type { SettleRequest } from '../../../src/rules/benefit/request.ts';
import { flat, fen, inlineParameters, rate } from './inline-parameters.ts';
import { claimOf, requestOf } from './request-of.ts';

/** What a cashier reads to the patient of one step. */
const said = (request: SettleRequest, rule: string) =>
  settle(request).explanation.find((step) => step.rule === rule)?.text;

type Values = Parameters<typeof inlineParameters>[2];
const under = (values: Values, more: Parameters<typeof requestOf>[1] = {}, insutype: '310' | '390' = '390') =>
  requestOf(inlineParameters(insutype, flat('50%'), values), { claim: claimOf(1_000), ...more });

describe('医疗救助', () => {
  const assistance = { ratio: rate('70%'), cap: 'none' } as const;

  it('without a threshold names none', () => {
    expect(said(under({ assistance: { ...assistance, threshold: fen(0) } }), 'assistance')).toBe(
      '本次500.00元按70%由医疗救助支付350.00元。',
    );
  });

  it('below its threshold pays nothing and says so', () => {
    expect(said(under({ assistance: { ...assistance, threshold: fen(9_000) } }), 'assistance')).toBe(
      '本年合规自付累计500.00元，救助起付线9000.00元，未达到救助起付线。',
    );
  });

  it('above its threshold names the part above', () => {
    expect(said(under({ assistance: { ...assistance, threshold: fen(400) } }), 'assistance')).toBe(
      '本年合规自付累计500.00元，救助起付线400.00元，本次100.00元按70%由医疗救助支付70.00元。',
    );
  });

  it('is not named when nothing is left to pay', () => {
    const all = inlineParameters('390', flat('100%'), { assistance: { ...assistance, threshold: fen(0) } });
    expect(said(requestOf(all, { claim: claimOf(100) }), 'assistance')).toBeUndefined();
  });
});

describe('大病保险', () => {
  const serious_illness = (threshold: number) => ({
    threshold: fen(threshold),
    bands: flat('60%'),
    cap: 'none' as const,
    base_includes_preself: false,
  });

  it.each([
    [500, '本年合规自付累计500.00元，大病起付线500.00元，未达到起付线。'],
    [400, '本年合规自付累计500.00元，大病起付线400.00元，本次超过部分100.00元按60%计算，支付60.00元。'],
  ])('with a threshold of %d', (threshold, text) => {
    expect(said(under({ serious_illness: serious_illness(threshold) }), 'serious-illness')).toBe(text);
  });

  it('above its threshold names the part above even when its cap is used up', () => {
    const capped = { ...serious_illness(400), cap: fen(50) };
    const request = under({ serious_illness: capped }, { used: { 'D390201@2026': fen(50) } });
    expect(said(request, 'serious-illness')).toBe(
      '本年合规自付累计500.00元，大病起付线400.00元，本次超过部分100.00元按60%计算，支付0.00元。',
    );
  });
});

describe('个人账户', () => {
  const account = { use: true, balance: fen(30) };

  it('names the family only where it pays', () => {
    const values = { account: 'all' } as const;
    expect(said(under(values, { account }, '310'), 'account')).toBe(
      '个人账户可支付范围500.00元，本人账户支付30.00元。',
    );
    expect(said(under(values, { account: { ...account, family: fen(20) } }, '310'), 'account')).toBe(
      '个人账户可支付范围500.00元，本人账户支付30.00元，家庭共济支付20.00元。',
    );
  });

  it('has no row where it is empty, and does nothing where the place does not let it', () => {
    const empty = under({ account: 'all' }, { account: { use: true, balance: fen(0) } }, '310');
    expect(settle(empty).funds.map((row) => row.fund_pay_type)).toEqual(['310100']);
    expect(said(under({ account: 'none' }, { account }, '310'), 'account')).toBeUndefined();
  });
});

describe('异地就医', () => {
  it.each([
    [{ points: rate('10%') }, '异地长期居住，支付比例下降10个百分点：1000.00元按40%计算，应支付400.00元。'],
    [{ factor: rate('80%') }, '异地长期居住，按正常支付比例的80%：1000.00元按40%计算，应支付400.00元。'],
  ])('%o', (offsite, text) => {
    expect(said(under({ offsite }), 'offsite-ratio')).toBe(text);
  });

  it('with another deductible alone leaves the ratio as it is', () => {
    const request = under({ offsite: { deductible: fen(100) } });
    expect(said(request, 'offsite-ratio')).toBeUndefined();
    expect(settle(request).shares).toMatchObject({ act_pay_dedc: fen(100), hifp_pay: fen(450) });
  });
});

describe('起付线', () => {
  it.each([
    [{ amount: fen(0), per: 'year' }, '不设起付线。'],
    [{ amount: fen(100), per: 'visit' }, '每次起付线100.00元，本次由个人负担100.00元。'],
    [{ amount: fen(100), per: 'month' }, '月度起付线100.00元，此前已负担0.00元，本次负担100.00元，累计100.00元。'],
  ] as const)('%o', (standard, text) => {
    expect(said(under({ deductible: { ...standard, counts: 'benefit' } }), 'deductible')).toBe(text);
  });

  it('above the whole claim leaves nothing to the pool, which says so', () => {
    const request = under({ deductible: { amount: fen(5_000), per: 'year', counts: 'benefit' } });
    expect(said(request, 'tier-ratio')).toBe('未超过起付线，统筹基金不支付。');
    expect(said(request, 'pool')).toBe('没有可由统筹基金支付的费用。');
  });
});

it('a cap says how far it is used, and what comes beyond', () => {
  const cap = { amount: fen(300), counts: 'disease' };
  const used = { 'DM06900_14@2026': fen(100) };
  expect(said(under({ year_cap: cap }, { used }), 'year-cap')).toBe(
    '年度限额300.00元，本年统筹已支付100.00元，还可支付200.00元。',
  );
  expect(said(under({ year_cap: { ...cap, above: rate('30%') } }, { used }), 'year-cap')).toBe(
    '年度限额300.00元，本年统筹已支付100.00元，还可支付200.00元，超过部分按30%。',
  );
  expect(said(under({ year_cap: cap }, { used }), 'pool')).toBe(
    '起付线以上1000.00元按50%计算为500.00元，超过可支付限额，统筹基金支付200.00元。',
  );
});

it('several diseases say what they add', () => {
  const year_cap = { amount: fen(100), counts: 'B' };
  const more = { person: { diseases: ['M06900', 'M03900'] } };
  const text = (several_diseases: NonNullable<Values>['several_diseases']) =>
    said(under({ year_cap, ...(several_diseases !== undefined && { several_diseases }) }, more), 'several-diseases');
  expect(text({ plus_each: fen(50), most: 'none' })).toBe(
    '有2个病种合并计算，按较高限额100.00元每增加一个病种增加50.00元，合计150.00元。',
  );
  expect(text({ plus_each: fen(50), most: fen(120) })).toBe(
    '有2个病种合并计算，按较高限额100.00元每增加一个病种增加50.00元，最高120.00元，合计120.00元。',
  );
  expect(text('none')).toBeUndefined();
});
