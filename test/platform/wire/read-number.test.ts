import fc from 'fast-check';
import { LosslessNumber } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { printScaled } from '../../../src/kernel/decimal.ts';
import { read } from '../../../src/platform/wire/read.ts';
import { hospital } from './table-of.ts';

/** Reads one number of a fee line: N(16,2) det_item_fee_sumamt, N(16,4) cnt, N(16,6) pric, N(4,2) prd_days. */
const field = (code: string, sent: unknown) => {
  const { value, violations } = read(hospital('2204'), { feedetail: [{ [code]: sent }] });
  const rows = (value as { feedetail: readonly Record<string, unknown>[] }).feedetail;
  const [found] = violations.filter(({ path }) => path.endsWith(code));
  return { units: rows[0]?.[code], listed: found?.kind, text: found?.text };
};

const amount = (sent: unknown) => field('det_item_fee_sumamt', sent);

describe('a number of scale s', () => {
  it('becomes an integer of 10^-s, from a number or from text', () => {
    for (const sent of [33.3, '33.3', '33.30', ' 33.300 ', '+33.3', '3.33e1', new LosslessNumber('33.3')]) {
      expect(amount(sent)).toEqual({ units: 3_330 });
    }
    expect(field('cnt', 1)).toEqual({ units: 10_000 });
    expect(field('pric', '0.000001')).toEqual({ units: 1 });
    expect(amount(-0)).toEqual({ units: 0 });
    expect(amount('-0.00')).toEqual({ units: 0 });
    expect(amount(-12.34)).toEqual({ units: -1_234 });
  });

  it('is read for every 分 as it was meant', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), (units) => {
        expect(amount(Number(printScaled(units, 2)))).toEqual({ units });
        expect(amount(printScaled(units, 2))).toEqual({ units });
      }),
    );
  });

  it('may carry the noise of floating point: rounded off and listed', () => {
    expect(amount(33.300000000000004)).toEqual({
      units: 3_330,
      listed: 'scale',
      text:
        '明细项目费用总额（input.feedetail[0].det_item_fee_sumamt）收到“33.300000000000004”，' +
        '应为最多 2 位小数，按 33.30 处理',
    });
    expect(amount('33.300000000000004')).toMatchObject({ units: 3_330, listed: 'scale' });
    expect(amount(0.1 + 0.2)).toMatchObject({ units: 30, listed: 'scale' });
    expect(amount(33.3000009)).toMatchObject({ units: 3_330, listed: 'scale' });
    expect(field('pric', 1.1 * 1.1)).toMatchObject({ units: 1_210_000, listed: 'scale' });
  });

  it('is not rounded when it is really finer', () => {
    expect(amount(33.305)).toMatchObject({ units: undefined, listed: 'scale' });
    expect(amount('33.30001')).toMatchObject({ units: undefined, listed: 'scale' });
    expect(field('pric', 0.0000015)).toMatchObject({ units: undefined, listed: 'scale' });
    expect(amount(33.305).text).toMatch(/收到“33\.305”，应为最多 2 位小数，未采用$/);
  });

  it('is no amount beyond 9·10^13 yuan', () => {
    expect(amount(90_000_000_000_000)).toMatchObject({ units: 9e15 });
    expect(amount(90_000_000_000_001)).toMatchObject({ units: undefined, listed: 'range' });
    expect(amount('-99999999999999.99')).toMatchObject({ units: undefined, listed: 'range' });
    expect(amount(1e300)).toMatchObject({ units: undefined, listed: 'range' });
    expect(amount('9'.repeat(400))).toMatchObject({ units: undefined, listed: 'range' });
  });

  it('of more digits than printed is kept and listed', () => {
    expect(field('prd_days', 7)).toEqual({ units: 700 });
    expect(field('prd_days', 365)).toMatchObject({ units: 36_500, listed: 'length' });
  });

  it('of scale 0 is an integer', () => {
    const read2203 = (diag_srt_no: unknown) => read(hospital('2203'), { diseinfo: [{ diag_srt_no }] });
    expect(read2203('2').value).toMatchObject({ diseinfo: [{ diag_srt_no: 2 }] });
    expect(read2203(1.5).value).toEqual({ diseinfo: [{}] });
  });

  it('is nothing else', () => {
    for (const sent of ['12,5', '1,234.50', '0x10', 'NaN', 'Infinity', NaN, Infinity, true, {}, [], '一', '1 2', '.']) {
      expect(amount(sent)).toMatchObject({ units: undefined, listed: 'type' });
    }
  });
});
