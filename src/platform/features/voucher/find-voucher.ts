import type { Voucher } from '../../domain/voucher/voucher.ts';
import type { Reader } from '../../store/port.ts';

/** A voucher by its name `code-number`, wherever in it the code ends, or by its number where it has no code. */
export const findVoucher = (
  reader: Pick<Reader, 'voucher'>,
  fixmedins_code: string,
  name: string,
): Voucher | undefined => {
  const plain = reader.voucher({ fixmedins_code, no: name, code: '' });
  if (plain) return plain;
  for (let cut = name.indexOf('-'); cut >= 0; cut = name.indexOf('-', cut + 1)) {
    const found = reader.voucher({ fixmedins_code, no: name.slice(cut + 1), code: name.slice(0, cut) });
    if (found) return found;
  }
  return undefined;
};
