import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVEL_GROUPS } from '../../../../src/rules/catalogue/hospital-level.ts';
import { choose, FILINGS, GRADES, GROUPS, type Cases, type Facts } from '../../../../src/rules/policy/case.ts';
import { narrowed, type Known } from '../../../../src/rules/policy/sheet/narrowed.ts';
import { seedPolicies } from '../../seed-policies.ts';

const AWAY = FILINGS.filter((filing) => filing !== 'local');

const caseOf = (when: object, value: string): Cases<string>[number] => ({
  when,
  value,
  basis: { parameter: 'p', from: '2022-01-01', source: 's', mark: 'single', status: 'real' },
});

const met = (cases: Cases<string>, known: Known) => narrowed(cases, known).map(({ when, value }) => [when, value]);

describe('what is left of the cases of a parameter', () => {
  const known = { benefit: 'chronic', disease: 'M03900', class: 'B', filings: AWAY } as const;

  it('drops what is known, and keeps the rest as conditions', () => {
    const cases = [
      caseOf({ class: ['A'] }, 'no'),
      caseOf({ disease: ['M01600'] }, 'no'),
      caseOf({ benefit: ['general'] }, 'no'),
      caseOf({ filing: ['local'] }, 'no'),
      caseOf({ class: ['B'], group: ['退休'] }, 'first'),
      caseOf({ filing: ['local', 'other'] }, 'second'),
      caseOf({ filing: FILINGS }, 'last'),
      caseOf({}, 'never'),
    ];
    expect(met(cases, known)).toEqual([
      [{ group: ['退休'] }, 'first'],
      [{ filing: ['other'] }, 'second'],
      [{}, 'last'],
    ]);
  });

  it('leaves out what stands behind the same condition', () => {
    const cases = [
      caseOf({ disease: ['M03900'], group: ['退休'] }, 'first'),
      caseOf({ class: ['B'], group: ['退休'] }, 'never'),
      caseOf({}, 'rest'),
    ];
    expect(met(cases, known)).toEqual([
      [{ group: ['退休'] }, 'first'],
      [{}, 'rest'],
    ]);
  });

  it('keeps diseases and classes where none is known', () => {
    const cases = [caseOf({ class: ['A'] }, 'a'), caseOf({ disease: ['M03900'] }, 'b'), caseOf({}, 'c')];
    expect(met(cases, { benefit: 'chronic', filings: AWAY })).toEqual([
      [{ class: ['A'] }, 'a'],
      [{ disease: ['M03900'] }, 'b'],
      [{}, 'c'],
    ]);
  });
});

const DISEASES = ['M03900', 'M01600', 'M07801', 'M00500', 'M08300', 'M08301', 'M05300', 'M06900', 'M00200', 'M07200'];

const facts: fc.Arbitrary<Facts> = fc.record({
  benefit: fc.constant('chronic'),
  disease: fc.constantFrom(...DISEASES),
  class: fc.constantFrom('A', 'B', 'G', '2', '3'),
  level: fc.constantFrom(...LEVEL_GROUPS),
  filing: fc.constantFrom(...AWAY),
  group: fc.constantFrom(...GROUPS),
  age: fc.integer({ min: 0, max: 100 }),
  identities: fc.subarray(['2101', '2104', '2302', '2303', '2304', '2305', '2306']),
  civilServant: fc.boolean(),
  employerPlan: fc.boolean(),
  grade: fc.constantFrom(...GRADES, undefined),
  insuredMonths: fc.integer({ min: 0, max: 60 }),
});

it('chooses for everybody what the whole policy would choose', () => {
  const parameters = [...seedPolicies.values()].flatMap((policy) =>
    Object.values(policy.parameters).flatMap((values) => values.map(({ cases }): Cases<unknown> => cases)),
  );
  fc.assert(
    fc.property(fc.constantFrom(...parameters), facts, (cases, someone) => {
      const { benefit, disease, class: label, filing } = someone;
      const wanted = choose(cases, someone);
      for (const known of [
        { benefit, filings: AWAY },
        { benefit, filings: [filing] },
        { benefit, disease, class: label, filings: AWAY } as Known,
      ]) {
        const { value, basis } = choose(narrowed(cases, known), someone);
        expect([value, basis]).toEqual([wanted.value, wanted.basis]);
      }
    }),
    { numRuns: 2_000 },
  );
});
