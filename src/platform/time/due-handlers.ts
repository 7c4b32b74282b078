import { VOUCHER_CHECK } from '../domain/voucher/keys.ts';
import type { DueHandlers } from './due-work.ts';
import { fileEnd } from './file-end.ts';
import { journalAge } from './journal-age.ts';
import { maintenanceBegin } from './maintenance-begin.ts';
import { signInEnd } from './sign-in-end.ts';
import { voucherCheck } from './voucher-check.ts';

/** All due work. A new kind is one file and one line here. */
export const dueHandlers: DueHandlers = {
  'journal-age': journalAge,
  'maintenance-begin': maintenanceBegin,
  'sign-in-end': signInEnd,
  [VOUCHER_CHECK]: voucherCheck,
  'file-end': fileEnd,
};
