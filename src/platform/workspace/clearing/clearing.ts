/** What the shells do in clearing. */
export { actInMonth, actInPrepayment } from './act.ts';
export { raiseRequest, replyTo } from './cooperate.ts';
export { deduct } from './deduct.ts';
export { dropClearingFault, setClearingFault } from './faults.ts';
export { runForm } from './forms.ts';
export { recheckDay } from './recheck-day.ts';
export { runMonth } from './run-month.ts';
export { setQuota } from './set-quota.ts';
export { inPages } from '../../time/in-pages.ts';
export { isPeriod as isClearingMonth, periodOf as monthOf } from '../../../rules/clearing/period.ts';
