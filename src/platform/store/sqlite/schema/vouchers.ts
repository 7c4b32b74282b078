import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Voucher, VoucherBatch, VoucherUpload } from '../../../domain/voucher/voucher.ts';

/** Electronic settlement vouchers 电子结算凭证 by number. */
export const voucher = sqliteTable(
  'voucher',
  {
    fixmedins_code: text().notNull(),
    no: text().notNull(),
    code: text().notNull(),
    setl_id: text(),
    body: text({ mode: 'json' }).$type<Voucher>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.fixmedins_code, table.no, table.code] }),
    index('voucher_setl_id').on(table.setl_id),
  ],
);

/** Batches of vouchers 上传批次. */
export const voucherBatch = sqliteTable(
  'voucher_batch',
  {
    fixmedins_code: text().notNull(),
    upld_bchno: text().notNull(),
    body: text({ mode: 'json' }).$type<VoucherBatch>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.fixmedins_code, table.upld_bchno] })],
);

/** Each voucher of each batch: what came and what the check found. */
export const voucherUpload = sqliteTable(
  'voucher_upload',
  {
    fixmedins_code: text().notNull(),
    upld_bchno: text().notNull(),
    row: integer().notNull(),
    body: text({ mode: 'json' }).$type<VoucherUpload>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.fixmedins_code, table.upld_bchno, table.row] })],
);

/** Layout files 版式文件 under the hash of their bytes: the same file is kept once. */
export const voucherFile = sqliteTable('voucher_file', {
  sha256: text().primaryKey(),
  bytes: blob({ mode: 'buffer' }).notNull(),
});
