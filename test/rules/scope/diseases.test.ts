import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadDiseases } from '../../../src/rules/policy/load-diseases.ts';
import { printProblem } from '../../../src/rules/policy/problem.ts';
import { diseaseName } from '../../../src/rules/scope/disease-name.ts';
import { entitles } from '../../../src/rules/scope/entitles.ts';
import { crossProvinceDisease, inScope } from '../../../src/rules/scope/in-scope.ts';

const seed = join(import.meta.dirname, '../../../seeds/diseases/cross-province.yaml');
const read = loadDiseases('cross-province.yaml', readFileSync(seed, 'utf8'));
if (!read.ok) throw new Error(read.error.map(printProblem).join('\n'));
const list = read.value;

const ALL = (
  'M03900 M01600 M07801 M00500 M08300 M08301 M08302 M08303 M08304 M08305 M08306 ' + 'M05300 M06900 M04600 M00200 M07200'
).split(' ');
const OPENED_BY_NO19 = ['M08300', 'M05300', 'M06900', 'M04600', 'M00200', 'M07200'];

it('has the sixteen codes of 医保办发〔2024〕19号 附件1, and no other', () => {
  expect(list.crossProvince.map(({ code }) => code).sort()).toEqual([...ALL].sort());
});

it('opens the codes that 19号 added on the last day of 2024', () => {
  const closedBefore = ALL.filter((code) => !inScope(list, code, '2024-12-30'));
  expect(closedBefore.sort()).toEqual([...OPENED_BY_NO19].sort());
  expect(ALL.every((code) => inScope(list, code, '2024-12-31'))).toBe(true);
});

it.each(['M00201', 'M00202', 'M00503', 'M00504', 'M07800', 'M07803', 'M01609', 'M00300', 'M05400'])(
  'keeps %s out, near as it may look',
  (code) => {
    expect(inScope(list, code, '2026-11-22')).toBe(false);
  },
);

it.each(['M01103', 'M01001'])('keeps the Shenzhen code %s at home, but knows its name', (code) => {
  expect(inScope(list, code, '2026-11-22')).toBe(false);
  expect(diseaseName(list, code, '2026-11-22')).toBeDefined();
});

it('lets category and fine code of transplants serve each other', () => {
  expect(entitles(list, 'M08300', 'M08301', '2026-11-22')).toBe(true);
  expect(entitles(list, 'M08306', 'M08300', '2026-11-22')).toBe(true);
  expect(entitles(list, 'M08301', 'M08301', '2026-11-22')).toBe(true);
});

it.each([
  ['M08301', 'M08302'],
  ['M00200', 'M00201'],
  ['M00201', 'M00200'],
  ['M00500', 'M00503'],
  ['M07801', 'M07800'],
  ['M03900', 'M01600'],
])('does not let an entitlement for %s serve %s', (entitlement, claim) => {
  expect(entitles(list, entitlement, claim, '2026-11-22')).toBe(false);
});

it('matches category and fine code only while both are in force', () => {
  expect(entitles(list, 'M08300', 'M08301', '2024-12-30')).toBe(false);
});

it('matches equal codes outside the list: scope is another question', () => {
  expect(entitles(list, 'M00300', 'M00300', '2026-11-22')).toBe(true);
});

it('names a disease as of a day', () => {
  expect(diseaseName(list, 'M07801', '2026-11-22')).toBe('透析');
  expect(crossProvinceDisease(list, 'M07801', '2026-11-22')?.category).toBe('慢性肾功能衰竭');
  expect(diseaseName(list, 'M07200', '2024-01-01')).toBeUndefined();
});

it('keeps a code until its last day, that day included', () => {
  const [first] = list.crossProvince;
  const ended = { local: [], crossProvince: first === undefined ? [] : [{ ...first, to: '2026-06-30' }] };
  expect(['2026-06-30', '2026-07-01'].map((on) => inScope(ended, 'M03900', on))).toEqual([true, false]);
});

const block = (row: string, extra = '') => `
title: 表
sources: { a: { title: 甲, dated: 2024, trust: 可信 } }
cross_province:
  - from: 2024-12-31
    source: a
    mark: primary
    status: real
    checked_on: 2026-11-22
${extra}    diseases:
      - ${row}
local: []
`;

it.each([
  [
    'an unknown category code',
    block('{ code: M08301, name: 肾, category: 移植, under: M08300 }'),
    '大类 “M08300” 不在表中',
  ],
  ['a malformed code', block('{ code: M0830, name: 肾, category: 移植 }'), '“M0830” 应为病种代码（M 加五位数字）'],
  [
    'an unknown source',
    block('{ code: M03900, name: 高血压, category: 高血压 }').replace('source: a', 'source: b'),
    '来源 “b” 没有在 sources 中登记',
  ],
  [
    'an unknown key',
    block('{ code: M03900, name: 高血压, category: 高血压 }', '    colour: red\n'),
    '不认识的键 “colour”',
  ],
])('refuses %s', (_what, text, message) => {
  const result = loadDiseases('list.yaml', text);
  expect(result.ok ? [] : result.error.map((problem) => problem.message)).toEqual([message]);
});
