import { describe, expect, it } from 'vitest';
import { asFen, ZERO } from '../../../../src/kernel/money.ts';
import { asRate } from '../../../../src/kernel/rate.ts';
import type { When } from '../../../../src/rules/policy/case.ts';
import { conditionInWords } from '../../../../src/rules/policy/sheet/condition-in-words.ts';
import { valueInWords } from '../../../../src/rules/policy/sheet/value-in-words.ts';
import type { ParameterName, ParameterValues } from '../../../../src/rules/policy/values.ts';

const half = asRate(5_000);
const some = asFen(123_450);

describe('a value is said with its unit', () => {
  const said: readonly { [Name in ParameterName]: [Name, ParameterValues[Name], string] }[ParameterName][] = [
    ['disease_class', 'II', 'II 类'],
    ['deductible', { amount: asFen(70_000), per: 'year', counts: 'B' }, '700元，每年，B 组合并累计'],
    ['deductible', { amount: some, per: 'visit', counts: 'disease' }, '1234.50元，每次，各病种分别累计'],
    ['ratio', [{ from: ZERO, ratio: asRate(8_250) }], '82.5%'],
    ['ratio', [{ from: ZERO, ratio: half }, { from: some, ratio: asRate(6_000) }], '0元以上 50%；1234.50元以上 60%'],
    ['offsite', { points: asRate(1_000) }, '支付比例降低 10 个百分点'],
    ['offsite', { factor: asRate(9_000), deductible: some }, '支付比例乘以 90%，起付标准 1234.50元'],
    ['offsite', { first_self_pay: asRate(1_000) }, '先自付 10%'],
    ['year_cap', { amount: some, counts: 'inpatient' }, '1234.50元，与住院合并累计'],
    ['month_cap', 'none', '无'],
    [
      'year_cap',
      { amount: some, counts: 'benefit', on: 'cost', above: half },
      '1234.50元，本待遇合并累计，按政策范围内费用计，超过部分支付 50%',
    ],
    ['deductible_factor', { factor: half }, '按 50% 负担'],
    ['ratio_bonus', { points: asRate(500) }, '提高 5 个百分点'],
    ['several_diseases', { plus: some }, '限额增加 1234.50元'],
    ['several_diseases', { plus_each: some, most: 'none' }, '每多一种增加 1234.50元，不设上限'],
    ['several_diseases', { second_share: half }, '增加次高限额的 50%'],
    ['full_advance', 'whole', '全额垫付，回参保地手工报销'],
    ['pool_cap', asFen(40_000_000), '400000元'],
    ['large_expense', { ratio: half, cap: 'none' }, '支付 50%，不设限额'],
    [
      'serious_illness',
      { threshold: some, bands: [{ from: ZERO, ratio: half }], cap: some, base_includes_preself: false },
      '起付线 1234.50元，超过部分支付 50%，限额 1234.50元，乙类先自付不计入',
    ],
    ['disabled_soldier', { ratio: half }, '支付 50%'],
    ['account', 'in-scope', '政策范围内个人负担'],
  ]; // prettier-ignore

  it.each(said)('%s %j → %s', (name, value, words) => {
    expect(valueInWords(name, value)).toBe(words);
  });
});

describe('a condition is said with the names of its codes', () => {
  const names = {
    disease: (code: string) => (code === 'M03900' ? '高血压' : undefined),
    identity: (code: string) => (code === '2303' ? '低保救助对象' : undefined),
  };

  it.each<[When, string]>([
    [{}, ''],
    [{ disease: ['M03900', 'M99999'] }, '高血压 M03900、M99999'],
    [{ class: ['A', 'B'] }, 'A、B 类病种'],
    [{ level: ['一级', '基层'], group: ['退休'] }, '一级、基层医疗机构，退休'],
    [{ filing: ['referral', 'emergency'] }, '转诊备案、急诊抢救'],
    [{ age_from: 70 }, '满 70 周岁'],
    [{ identity: ['2303'] }, '低保救助对象 2303'],
    [{ civil_servant: true, benefit: ['general'] }, '公务员，普通门诊'],
    [{ employer_plan: false, grade: ['高', '中'] }, '无企业补充医疗保险，缴费高、中档'],
    [{ insured_months_from: 24 }, '连续参保满 24 个月'],
  ])('%j → %s', (when, words) => {
    expect(conditionInWords(when, names)).toBe(words);
  });
});
