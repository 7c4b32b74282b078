import { expect, it } from 'vitest';
import { ZERO } from '../../../src/kernel/money.ts';
import { accumulatorsOf } from '../../../src/rules/benefit/accumulators-of.ts';
import { settle } from '../../../src/rules/benefit/settle.ts';
import { accumulatorKey, type Used } from '../../../src/rules/ledger/accumulator.ts';
import type { CivilServant } from '../../../src/rules/policy/values.ts';
import { examples } from './case-file.ts';
import { always, fen, flat, inlineParameters, rate } from './inline-parameters.ts';
import { requestOf } from './request-of.ts';

/** Remembers every key that is asked for. */
const watched = (used: Used, asked: Set<string>): Used =>
  new Proxy(used, {
    get: (target, key) => {
      asked.add(String(key));
      return typeof key === 'string' ? target[key] : undefined;
    },
  });

it('names everything that settling an example asks for', () => {
  for (const { request } of examples) {
    const named = accumulatorsOf(request.parameters, request.visit).map(accumulatorKey);
    const asked = new Set<string>();
    settle({ ...request, used: watched(request.used, asked) });
    expect(named).toEqual(expect.arrayContaining([...asked]));
    expect(new Set(named).size).toBe(named.length);
  }
});

it('lets the platform load nothing else', () => {
  for (const { request } of examples) {
    const named = accumulatorsOf(request.parameters, request.visit).map(accumulatorKey);
    const loaded = Object.fromEntries(named.map((key) => [key, request.used[key] ?? ZERO]));
    expect(settle({ ...request, used: loaded })).toEqual(settle(request));
  }
});

it('lists the accumulators of a 西安 visit for diabetes', () => {
  const example = examples.find(({ name }) => name === '糖尿病年度限额还剩100元');
  expect(example && accumulatorsOf(example.request.parameters, example.request.visit).map(accumulatorKey)).toEqual([
    'Q000B_14@2026',
    'DM01600_14@2026',
    'D310101@2026',
    'D320101@2026',
    'TS610101@2026',
    'D610101@2026',
  ]);
});

/** Beside what every policy asks for: nothing, when deductible and caps are absent. */
const asked = (insutype: '310' | '390', values: Parameters<typeof inlineParameters>[2]) => {
  const parameters = inlineParameters(insutype, flat('50%'), values);
  const base = accumulatorsOf(inlineParameters(insutype, flat('50%')), requestOf(parameters).visit).map(accumulatorKey);
  return accumulatorsOf(parameters, requestOf(parameters).visit)
    .map(accumulatorKey)
    .filter((key) => !base.includes(key));
};

const [cap, none] = [fen(100), 'none'] as const;
const ratio = rate('50%');
const illness = { threshold: fen(0), bands: flat('60%'), base_includes_preself: true };

it.each<[string, '310' | '390', Parameters<typeof inlineParameters>[2], string[]]>([
  ['救助 without threshold and cap', '390', { assistance: { threshold: fen(0), ratio, cap: none } }, []],
  ['救助 with a threshold', '390', { assistance: { threshold: cap, ratio, cap: none } }, ['TS610101@2026']],
  ['救助 with a cap', '390', { assistance: { threshold: fen(0), ratio, cap } }, ['D610101@2026']],
  ['no 救助', '390', { assistance: none }, []],
  ['大病 without cap', '390', { serious_illness: { ...illness, cap: none } }, ['TS390201@2026']],
  ['大病 with a cap', '390', { serious_illness: { ...illness, cap } }, ['TS390201@2026', 'D390201@2026']],
  ['no 大病', '390', { serious_illness: none }, []],
  ['大额 without cap', '310', { large_expense: { ratio, cap: none } }, []],
  ['大额 with a cap', '310', { large_expense: { ratio, cap } }, ['D330101@2026']],
  ['公务员 without cap', '310', { civil_servant: { ratio, cap: none } }, []],
  ['公务员 with a cap', '310', { civil_servant: { ratio, cap } }, ['D320101@2026']],
  ['no 公务员', '310', { civil_servant: none }, []],
  ['a pool cap', '310', { pool_cap: cap }, ['D310101@2026']],
  ['a cap on cost', '310', { year_cap: { amount: cap, counts: 'disease', on: 'cost' } }, ['SM06900_14@2026']],
])('%s asks for what it limits by', (_what, insutype, values, keys) => {
  expect(asked(insutype, values)).toEqual(keys);
});

it('a parameter that is capped for somebody only is loaded for everybody', () => {
  const parameters = inlineParameters('310', flat('50%'));
  const [free] = always<CivilServant | 'none'>({ ratio, cap: none });
  const [capped] = always<CivilServant | 'none'>({ ratio, cap });
  const mixed = { ...parameters, civil_servant: [free, capped].flatMap((one) => one ?? []) };
  expect(accumulatorsOf(mixed, requestOf(mixed).visit).map(accumulatorKey)).toContain('D320101@2026');
});
