import { expect, it } from 'vitest';
import { payingPolicy } from '../../../src/platform/domain/paying-policy.ts';
import { seedLibrary } from '../../../src/platform/workspace/library.ts';

const library = seedLibrary();

/** What a 职工 of the place hears who comes to a 三甲 hospital for 高血压. */
const heardOf = (insuplc: string, med_type = '14', day = '2026-09-01') => {
  const sought = { insuplc, insutype: '310', med_type, dise_codg: 'M03900', day, hosp_lv: '02' };
  return payingPolicy(sought, { filing: 'resident' }, library, day, { role: 'insured', place: insuplc });
};

it('finds the policy of the insured place', () => {
  expect(heardOf('440100')).toMatchObject({ insutype: '310', parameters: { place: '440100', benefit: 'chronic' } });
});

it('takes the template of its province for a place without policy data, and says so', () => {
  expect(heardOf('540100')).toMatchObject({ parameters: { place: '540100', template: true } });
});

it('refuses a day that no policy data reaches, never guesses', () => {
  expect(heardOf('440100', '14', '2021-12-31')).toMatchObject({
    refused: 'policy-missing',
    text: '沙箱广州市职工医保门诊慢特病的政策数据不含 2021-12-31（2022-01-01 起），不能结算',
  });
});

it.each(['110000', '310000'])('%s has no benefit for 高血压, but one for 普通门诊', (insuplc) => {
  expect(heardOf(insuplc)).toMatchObject({ refused: 'entitlement-missing', text: '无该病种待遇，请按普通门诊结算' });
  expect(heardOf(insuplc, '11')).toMatchObject({ parameters: { benefit: 'general' } });
});
