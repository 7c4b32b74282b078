import { describe, expect, it } from 'vitest';
import { REQUIREMENTS } from '../../../../src/platform/features/acceptance/requirements/all.ts';
import {
  FORM_DISEASES,
  FORM_TRANSACTIONS,
} from '../../../../src/platform/features/acceptance/requirements/form-rows.ts';
import { SCRIPT } from '../../../../src/platform/features/acceptance/requirements/script.ts';
import { STANDARD } from '../../../../src/platform/features/acceptance/requirements/standard.ts';

/** The structure of the three annexes, counted in the print: sections, diseases, numbers of rows. */
const DISEASES = ['M08300', 'M05300', 'M06900', 'M04600', 'M00200', 'M07200'];
const numbered = (prefix: string, rows: number) => Array.from({ length: rows }, (_, row) => `${prefix}.${row + 1}`);

const ANNEX_1 = [
  ...DISEASES.map((disease) => `1.2.1.${disease}`),
  ...numbered('1.2.2.common', 4),
  ...DISEASES.flatMap((disease) => numbered(`1.2.2.${disease}`, 10)),
  ...['1.2.3', '1.2.4', '1.3.1', '1.3.2'],
  ...numbered('1.3.3.common', 4),
  ...DISEASES.flatMap((disease) => numbered(`1.3.3.${disease}`, 10)),
];

const ANNEX_2 = [
  ...numbered('2.common', 7),
  ...DISEASES.flatMap((disease) => numbered(`2.${disease}`, 17)),
  ...numbered('2.outside', 2),
];

const FORM = [
  '1106-01', '1106-03', '1106-02', '1107-01', '1107-03', '1107-02', '1107-benefit', '1203', '1301', '1406', '1603',
  '1803', '1610', '1620', '1840', '1824', '1825',
]; // prettier-ignore

const idsOf = (requirements: readonly { readonly id: string }[]) => requirements.map(({ id }) => id).sort();

describe('the requirements', () => {
  it('are those of 附件1, none missing and none invented: 64 counts on each side and six rules', () => {
    expect(idsOf(STANDARD)).toEqual([...ANNEX_1].sort());
    const counts = (section: string) => STANDARD.filter(({ id }) => id.startsWith(section)).length;
    expect([counts('1.2.2.'), counts('1.3.3.')]).toEqual([64, 64]);
  });

  it('are those of 附件2: 7 rows before, 17 of each disease, 2 of diseases outside', () => {
    expect(idsOf(SCRIPT)).toEqual([...ANNEX_2].sort());
    expect(SCRIPT).toHaveLength(7 + 102 + 2);
  });

  it('are those of 附件3: 17 lines of transactions, 6 of diseases, in the order of the print', () => {
    expect(FORM_TRANSACTIONS.map(({ id }) => id)).toEqual(FORM.map((line) => `3.${line}`));
    expect(FORM_DISEASES.map(({ id }) => id)).toEqual(DISEASES.map((disease) => `3.${disease}`));
  });

  it('stand each for one row, and name where it is printed', () => {
    expect(new Set(REQUIREMENTS.map(({ id }) => id)).size).toBe(REQUIREMENTS.length);
    expect(new Set(REQUIREMENTS.map(({ clause }) => clause)).size).toBe(REQUIREMENTS.length);
    for (const { clause, sides } of REQUIREMENTS) {
      expect(clause).toMatch(/^附件[123] /);
      expect(sides.length).toBeGreaterThan(0);
    }
  });

  it('that are made of others name ones that are there and are of that side', () => {
    const sidesOf = new Map(REQUIREMENTS.map(({ id, sides }) => [id, sides]));
    for (const { id, check, sides } of REQUIREMENTS) {
      if (check.kind !== 'combined') continue;
      for (const side of sides) {
        expect(check.parts[side].length, `${id} ${side}`).toBeGreaterThan(0);
        for (const part of check.parts[side]) expect(sidesOf.get(part), `${id} names ${part}`).toContain(side);
      }
    }
  });

  it('give each disease 21 rows of a province that treats and 17 of one that insures', () => {
    // 附件1 has ten on each side; of 附件2 rows 1-8 and 15-17 are the tester's own, 9-15 those in which its partner plays.
    for (const { check } of FORM_DISEASES) {
      if (check.kind !== 'combined') throw new Error('a disease is made of its rows');
      expect([check.parts.treatment.length, check.parts.insured.length]).toEqual([10 + 11, 10 + 7]);
    }
  });
});
