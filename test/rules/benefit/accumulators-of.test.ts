import { expect, it } from 'vitest';
import { ZERO } from '../../../src/kernel/money.ts';
import { accumulatorsOf } from '../../../src/rules/benefit/accumulators-of.ts';
import { settle } from '../../../src/rules/benefit/settle.ts';
import { accumulatorKey, type Used } from '../../../src/rules/ledger/accumulator.ts';
import { examples } from './case-file.ts';

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
