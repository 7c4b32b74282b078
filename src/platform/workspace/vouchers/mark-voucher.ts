import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { World } from '../../dispatch/world.ts';
import { marked, type Mark } from '../../domain/voucher/marks.ts';
import type { Voucher, VoucherKey } from '../../domain/voucher/voucher.ts';

/** What another department does with a voucher: the clerk of the insured place 报销, the finance side 冲红. */
export const markVoucher = (world: World, key: VoucherKey, mark: Mark): Promise<Result<Voucher, string>> =>
  world.queue.submit((writer) => {
    const voucher = writer.reader.voucher(key);
    if (!voucher) return fail('没有这张凭证');
    const after = marked(voucher, mark);
    if (typeof after === 'string') return fail(after);
    writer.apply([{ kind: 'voucher.put', voucher: after }]);
    return ok(after);
  });
