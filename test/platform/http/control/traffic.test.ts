import { describe, expect, it } from 'vitest';
import { HOSPITAL, openCounter } from '../counter.ts';

const counter = openCounter();

type Said = {
  readonly months: readonly string[];
  readonly played: { readonly settlements: number; readonly refused: number; readonly confirmed?: number };
  readonly message: string;
};

const post = (form: object) => counter.control<Said>('POST', '/_sandbox/traffic', form);

describe('POST /traffic', () => {
  it('fills the months before this one with visits to hospitals', async () => {
    const form = { settlements: 12, months: 2, hospitals: [HOSPITAL, HOSPITAL], provinces: ['630000'], confirm: true };
    const { status, json } = await post(form);
    expect([status, json.months]).toEqual([201, ['202607', '202608']]);
    expect(json.played.settlements + json.played.refused).toBe(12);
    expect(json.played.confirmed).toBeGreaterThan(0);
  });

  it.each([
    [{ settlements: 1, hospitals: ['H44030012345'] }, 409, '没有机构 H44030012345'],
    [{ settlements: 1, hospitals: ['医院'] }, 422, '应为定点医药机构编码'],
    [{ settlements: 1, hospitals: [] }, 422, 'hospitals'],
    [{ settlements: 10_001, hospitals: [HOSPITAL] }, 422, '最多 10000 笔'],
    [{ settlements: 1, confirm: true }, 422, '只用于 hospitals'],
    [{ settlements: 1, provinces: ['440000', '440000'] }, 422, '至少两个省'],
  ])('refuses %j', async (form, status, text) => {
    const answer = await post(form);
    expect([answer.status, answer.json.message]).toEqual([status, expect.stringContaining(text)]);
  });
});
