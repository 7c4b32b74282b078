import { expect, it } from 'vitest';
import type { VoucherKey } from '../../../../src/platform/domain/voucher/voucher.ts';
import { findVoucher } from '../../../../src/platform/features/voucher/find-voucher.ts';
import type { Reader } from '../../../../src/platform/store/port.ts';

const H = 'H44030099001';

/** A book with one voucher. */
const bookOf = (code: string, no: string): Pick<Reader, 'voucher'> => ({
  voucher: (key: VoucherKey) =>
    key.code === code && key.no === no ? ({ ...key, state: 'normal' } as ReturnType<Reader['voucher']>) : undefined,
});

it('finds a voucher by number, by code and number, and where either has a hyphen in it', () => {
  for (const [code, no, name] of [
    ['', '12', '12'],
    ['44', '12', '44-12'],
    ['4-4', '1-2', '4-4-1-2'],
    ['', '1-2', '1-2'],
  ] as const) {
    expect(findVoucher(bookOf(code, no), H, name)).toMatchObject({ code, no });
  }
  expect(findVoucher(bookOf('44', '12'), H, '44-13')).toBeUndefined();
});
