import type { Voucher } from '../../domain/voucher/voucher.ts';
import type { Reader } from '../../store/port.ts';

/** A voucher that its hospital still has to take back 待冲红: its settlement was refunded (2208) or reversed (2601). */
export type RedDue = { readonly voucher: Voucher; readonly setl_id: string; readonly because: 'refunded' | 'reversed' };

export const redDue = (reader: Pick<Reader, 'vouchers' | 'settlement'>): RedDue[] =>
  reader.vouchers().flatMap((voucher) => {
    const { state, red, rhredFlag, relation } = voucher;
    if (state !== 'normal' || red || rhredFlag === '1' || relation.setlId === undefined) return [];
    const settlement = reader.settlement('treatment', relation.setlId);
    if (!settlement || settlement.state === 'effective') return [];
    return [{ voucher, setl_id: settlement.setl_id, because: settlement.state }];
  });
