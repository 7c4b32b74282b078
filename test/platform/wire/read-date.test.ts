import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateTimeOf } from '../../../src/kernel/civil-time.ts';
import { read } from '../../../src/platform/wire/read.ts';
import { hospital } from './table-of.ts';

const found = (infno: string, code: string, raw: object, node = 'data') => {
  const { value, violations } = read(hospital(infno), { [node]: raw });
  const row = (value as Record<string, Record<string, unknown>>)[node];
  const kinds = violations.filter(({ path }) => path.endsWith(`.${code}`)).map(({ kind }) => kind);
  return { read: row?.[code], listed: kinds.includes('format') };
};

const moment = (begntime: unknown) => found('2201', 'begntime', { begntime });
const day = (stmt_begndate: unknown) => found('3201', 'stmt_begndate', { stmt_begndate });

describe('a moment', () => {
  it('is yyyy-MM-dd HH:mm:ss', () => {
    expect(moment('2025-01-02 03:04:05')).toEqual({ read: '2025-01-02 03:04:05', listed: false });
  });

  it('in another spelling is taken and listed', () => {
    for (const sent of [
      '20250102030405', 20250102030405, '2025-01-02T03:04:05', '2025-01-02T03:04:05.678', '2025/1/2 3:04:05',
      '2025-01-02T03:04:05+08:00', '2025-01-01T19:04:05Z', '2025-01-01T19:04:05.000Z', ' 2025-01-02 03:04:05 ',
    ]) expect(moment(sent)).toEqual({ read: '2025-01-02 03:04:05', listed: true }); // prettier-ignore
    expect(moment('2025-01-02 03:04')).toEqual({ read: '2025-01-02 03:04:00', listed: true });
  });

  it('from a day alone is its midnight', () => {
    expect(moment('2025-01-02')).toEqual({ read: '2025-01-02 00:00:00', listed: true });
    expect(moment('20250102')).toEqual({ read: '2025-01-02 00:00:00', listed: true });
  });

  it('from a day alone is its last second where a query ends', () => {
    expect(found('5201', 'endtime', { endtime: '2025-01-31' })).toEqual({ read: '2025-01-31 23:59:59', listed: true });
    expect(found('5201', 'begntime', { begntime: '2025-01-01' })).toEqual({
      read: '2025-01-01 00:00:00',
      listed: true,
    });
  });

  it('that does not exist is listed and unset', () => {
    for (const sent of [
      '2025-02-29 00:00:00',
      '2025-01-02 24:00:00',
      '20251301000000',
      '昨天',
      7,
      {},
      '2025-1-2-3',
      '0',
    ]) {
      expect(moment(sent)).toEqual({ read: undefined, listed: true });
    }
  });

  it('is read back for every second of civil time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (second) => {
        const text = dateTimeOf(second * 1000);
        expect(moment(text)).toEqual({ read: text, listed: false });
        expect(moment(text.replace(/\D/g, ''))).toEqual({ read: text, listed: true });
      }),
    );
  });
});

describe('a day', () => {
  it('is yyyy-MM-dd', () => {
    expect(day('2024-02-29')).toEqual({ read: '2024-02-29', listed: false });
  });

  it('in another spelling, or with a time, is taken and listed', () => {
    for (const sent of ['20240229', 20240229, '2024/2/29', '2024-02-29 10:00:00', '2024-02-29T00:00:00']) {
      expect(day(sent)).toEqual({ read: '2024-02-29', listed: true });
    }
  });

  it('that does not exist is listed and unset', () => {
    expect(day('2025-02-29')).toEqual({ read: undefined, listed: true });
    expect(day('')).toEqual({ read: undefined, listed: false });
  });
});
