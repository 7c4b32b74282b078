import { VOUCHER_CHECK } from '../domain/voucher/keys.ts';
import { clearingDay } from './clearing/day.ts';
import { collectMonth } from './clearing/collect.ts';
import { generateMonth } from './clearing/generate.ts';
import { prepaymentNotice } from './clearing/prepayment-notice.ts';
import { prepaymentStep } from './clearing/prepayment-step.ts';
import { clearingStep } from './clearing/step.ts';
import { urgentReview } from './clearing/urgent-review.ts';
import { clearingYear } from './clearing/year-end.ts';
import type { DueHandlers, SlowHandlers } from './due-work.ts';
import { fileEnd } from './file-end.ts';
import { journalAge } from './journal-age.ts';
import { maintenanceBegin } from './maintenance-begin.ts';
import { signInEnd } from './sign-in-end.ts';
import { voucherCheck } from './voucher-check.ts';

/** All due work. A new kind is one file and one line here. */
export const dueHandlers: DueHandlers = {
  'clearing-step': clearingStep,
  'journal-age': journalAge,
  'maintenance-begin': maintenanceBegin,
  'prepayment-notice': prepaymentNotice,
  'prepayment-step': prepaymentStep,
  'sign-in-end': signInEnd,
  'urgent-review': urgentReview,
  [VOUCHER_CHECK]: voucherCheck,
  'file-end': fileEnd,
};

/** Due work that reads much. A kind stands here or above, not in both. */
export const slowHandlers: SlowHandlers = {
  'clearing-day': clearingDay,
  'clearing-collect': collectMonth,
  'clearing-generate': generateMonth,
  'clearing-year': clearingYear,
};
