import type { Voucher } from '../../domain/voucher/voucher.ts';
import type { Reader } from '../../store/port.ts';

/** A voucher by its name `code-number`, or by its number where it has no code. */
export const findVoucher = (
  reader: Pick<Reader, 'voucher'>,
  fixmedins_code: string,
  name: string,
): Voucher | undefined => {
  const plain = reader.voucher({ fixmedins_code, no: name, code: '' });
  const cut = name.indexOf('-');
  if (plain || cut < 0) return plain;
  return reader.voucher({ fixmedins_code, no: name.slice(cut + 1), code: name.slice(0, cut) });
};
