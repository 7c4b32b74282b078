import { expect, it } from 'vitest';
import { yuan } from '../../../src/kernel/money.ts';
import { diseaseClassOf } from '../../../src/rules/benefit/facts.ts';
import { at } from '../../../src/rules/policy/at.ts';
import type { PolicyQuery } from '../../../src/rules/policy/find-parameters.ts';
import { findParameters } from '../../../src/rules/policy/find-parameters.ts';
import { loadPolicies } from '../../../src/rules/policy/load-policies.ts';
import { loadPolicy } from '../../../src/rules/policy/load-policy.ts';
import { printProblem } from '../../../src/rules/policy/problem.ts';
import { seedPolicies, seedPolicyFiles } from '../seed-policies.ts';
import { bent, GENERAL, SUPPLEMENT } from './policy-text.ts';

const query = (more: Partial<PolicyQuery> = {}): PolicyQuery => ({
  place: '610100',
  insutype: '310',
  benefit: 'chronic',
  date: '2026-03-10',
  ...more,
});

it.each(['610100', '320100'])('has all four benefits of %s', (place) => {
  for (const insutype of ['310', '390'] as const) {
    for (const benefit of ['chronic', 'general'] as const) {
      expect(findParameters(seedPolicies, query({ place, insutype, benefit }))).toMatchObject({
        outcome: 'found',
        parameters: { place, insutype, benefit, on: '2026-03-10' },
      });
    }
  }
});

it.each(['610100', '320100'])('puts every disease of the national list into a class at %s', (place) => {
  const codes = ['M03900', 'M01600', 'M07801', 'M00500', 'M08300', 'M08301', 'M08306', 'M05300', 'M06900', 'M04600'];
  for (const insutype of ['310', '390'] as const) {
    const found = findParameters(seedPolicies, query({ place, insutype }));
    if (found.outcome !== 'found') throw new Error(found.text);
    const classOf = (disease: string) =>
      diseaseClassOf(found.parameters, { benefit: 'chronic', disease, level: '三级', filing: 'local' });
    expect([...codes, 'M00200', 'M07200'].map(classOf)).not.toContain(undefined);
    expect(classOf('M00201')).toBeUndefined();
  }
});

it('finds the place of a district', () => {
  expect(findParameters(seedPolicies, query({ place: '610113' })).outcome).toBe('found');
});

it.each([
  ['a place without data', query({ place: '540100' }), '没有拉萨市职工医保门诊慢特病的政策数据'],
  ['a day before the policy', query({ benefit: 'general', date: '2022-12-31' }),
    '西安市职工医保普通门诊的政策数据不含 2022-12-31（2023-01-01 起）'],
])('says noPolicy for %s, and why', (_what, asked, text) => {
  expect(findParameters(seedPolicies, asked)).toEqual({ outcome: 'noPolicy', text });
}); // prettier-ignore

it('says noPolicy after the end of a policy', () => {
  const ended = bent(GENERAL, 'from: 2023-01-01\nsources', 'from: 2023-01-01\nto: 2024-12-31\nsources');
  const loaded = loadPolicies([
    { name: 'a.yaml', text: ended },
    { name: 'b.yaml', text: SUPPLEMENT },
  ]);
  if (!loaded.ok) throw new Error(loaded.error.map(printProblem).join('\n'));
  const ask = (date: string) => findParameters(loaded.value, query({ benefit: 'general', date }));
  expect(ask('2024-12-31').outcome).toBe('found');
  expect(ask('2025-01-01')).toEqual({
    outcome: 'noPolicy',
    text: '西安市职工医保普通门诊的政策数据不含 2025-01-01（2023-01-01 至 2024-12-31）',
  });
});

it('keeps both ends of a value that stops without a successor', () => {
  const ended = bent(GENERAL, 'from: 2023-01-01\nsources', 'from: 2023-01-01\nto: 2024-12-31\nsources');
  const loaded = loadPolicy(
    'a.yaml',
    bent(ended, '        value: { amount: 200', '        to: 2024-12-31\n        value: { amount: 200'),
  );
  if (!loaded.ok) throw new Error(loaded.error.map(printProblem).join('\n'));
  const deductibleOn = (date: string) => at(loaded.value, date).deductible !== undefined;
  expect(['2022-12-31', '2023-01-01', '2024-12-31', '2025-01-01'].map(deductibleOn)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

it('takes of every parameter the value of the day', () => {
  const thresholdOn = (date: string) => {
    const found = findParameters(seedPolicies, query({ insutype: '390', date }));
    const value = found.outcome === 'found' ? found.parameters.serious_illness?.at(-1)?.value : undefined;
    return value === undefined || value === 'none' ? undefined : yuan(value.threshold);
  };
  expect(thresholdOn('2024-12-31')).toBe('10000.00');
  expect(thresholdOn('2025-01-01')).toBe('20000.00');
});

it.each([
  ['the same policy twice', [['a.yaml', GENERAL], ['b.yaml', GENERAL], ['c.yaml', SUPPLEMENT]],
    ['b.yaml:1 与 a.yaml 是同一统筹区、险种和待遇']],
  ['a benefit without its supplement', [['a.yaml', GENERAL]], ['a.yaml:1 缺少 610100 险种 310 的 supplement 文件']],
  ['all problems together', [['a.yaml', bent(GENERAL, '55%', 'x')], ['b.yaml', bent(SUPPLEMENT, '95%', 'y')]],
    ['a.yaml:24 “x” 应为 0% 到 100% 的比例', 'b.yaml:22 “y” 应为 0% 到 100% 的比例']],
])('refuses %s', (_what, files, expected) => {
  const loaded = loadPolicies(files.map(([name = '', text = '']) => ({ name, text })));
  expect(loaded.ok ? [] : loaded.error.map(printProblem)).toEqual(expected);
}); // prettier-ignore

it('names an honest source for every value of the seeds, and never calls an invention real', () => {
  for (const policy of seedPolicies.values()) {
    const cases = Object.values(policy.parameters).flatMap((values) => values.flatMap((value) => [...value.cases]));
    for (const { basis } of cases) {
      expect(basis.source).not.toBe('');
      expect(basis.status === 'real' && basis.source.includes('沙箱')).toBe(false);
    }
  }
  expect(seedPolicyFiles()).toHaveLength(seedPolicies.size);
});
