import { describe, expect, it } from 'vitest';
import { neededFields } from '../../../src/platform/wire/needs.ts';
import { catalogue } from '../../../src/platform/transactions/catalogue.ts';
import { hospital, tableOf } from './table-of.ts';

const codes = (infno: string, needs: readonly string[]) =>
  [...neededFields(hospital(infno), needs)].map(({ code }) => code);

describe('neededFields', () => {
  it('finds fields in a node, in rows, bare ones, and the list that nested rows stand in', () => {
    expect(codes('2601', ['data.omsgid', 'data.oinfno'])).toEqual(['omsgid', 'oinfno']);
    expect(codes('2204', ['feedetail[].cnt'])).toEqual(['cnt']);
    expect(codes('2161', ['ssn'])).toEqual(['ssn']);
    expect(codes('4901', ['upldDetlList[].elecSetlCertNo'])).toEqual(['upldDetlList', 'elecSetlCertNo']);
  });

  it('is no field for a node that must have a row', () => {
    expect(codes('2203', ['diseinfo[]'])).toEqual([]);
  });

  it('leaves out no field that any transaction needs', () => {
    for (const { door, infno, needs } of catalogue.filter(({ door }) => door !== 'insured')) {
      const found = [...neededFields(tableOf(door, infno), needs)].map(({ code }) => code);
      const last = needs.flatMap((need) => need.split('.').at(-1) ?? []).filter((word) => !word.endsWith('[]'));
      expect(found, `${door} ${infno}`).toEqual(expect.arrayContaining(last));
    }
  });
});
