import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Onboarding } from '../../../domain/voucher/onboarding/onboarding.ts';

/** Institutions at the centre of electronic settlement vouchers 电子结算凭证中心: how far they have come 接入. */
export const voucherOnboarding = sqliteTable('voucher_onboarding', {
  fixmedins_code: text().primaryKey(),
  body: text({ mode: 'json' }).$type<Onboarding>().notNull(),
});
