import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedDivisions, placeOf } from '../../../src/kernel/admdvs.ts';
import { findParameters } from '../../../src/rules/policy/find-parameters.ts';
import { printProblem } from '../../../src/rules/policy/problem.ts';
import { loadProvinces, templateFor } from '../../../src/rules/policy/province-template.ts';
import { settle } from '../../../src/rules/benefit/settle.ts';
import { fen } from '../benefit/inline-parameters.ts';
import { requestOf } from '../benefit/request-of.ts';

const ROOT = join(import.meta.dirname, '../../../seeds/templates');
const text = (name: string) => ({ name, text: readFileSync(join(ROOT, name), 'utf8') });
const templates = readdirSync(ROOT).filter((name) => name !== 'provinces.yaml').sort().map(text); // prettier-ignore
const provinces = loadProvinces('provinces.yaml', text('provinces.yaml').text);
const figures = provinces.ok ? provinces.value : {};

/** Municipalities and the 兵团 are one place each, with policies of their own. */
const provincesOfPlaces = namedDivisions()
  .map(({ code }) => code)
  .filter((code) => code.endsWith('0000') && placeOf(`${code.slice(0, 2)}7700`) !== code);

const BENEFITS = [
  ['310', 'chronic'],
  ['310', 'general'],
  ['390', 'chronic'],
  ['390', 'general'],
] as const;

/** Deductibles borne, so that the pool pays. */
const used = { 'Q000B_14@2026': fen(5_000), 'Q0000_11@2026': fen(5_000) };

it('there are figures for every province of several places', () => {
  expect(Object.keys(figures).sort()).toEqual(provincesOfPlaces);
});

describe.each(provincesOfPlaces)('the template of %s', (code) => {
  const place = `${code.slice(0, 2)}7700`;
  const index = templateFor(place, templates, figures);

  it('loads', () => {
    expect(index.ok ? [] : index.error.map(printProblem)).toEqual([]);
  });

  it.each(BENEFITS)('pays something by %s %s, and says of every value that it is illustrative', (insutype, benefit) => {
    const found = findParameters(index.ok ? index.value : new Map(), { place, insutype, benefit, date: '2026-03-10' });
    if (found.outcome !== 'found') throw new Error(found.text);
    const { shares, explanation } = settle(requestOf(found.parameters, { used }));
    expect(shares.hifp_pay).toBeGreaterThan(0);
    expect(explanation[0]).toMatchObject({ rule: 'template', title: '示意模板' });
    expect(explanation.filter(({ status }) => status === 'real')).toEqual([]);
  });
});

it('names the figure that a template asks for in vain, with file and line', () => {
  const lacking = templateFor('440600', templates, { 440000: { name: '广东省' } });
  expect(lacking.ok ? [] : lacking.error.map(printProblem)).toContain(
    'resident-supplement.yaml:19 没有数字 “resident_pool”',
  );
});
