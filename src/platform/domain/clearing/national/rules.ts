import { clearingRules, type ClearingRules } from '../../../../rules/clearing/calendar.ts';
import { PLAIN_WEEKS, type WorkCalendar } from '../../../../rules/clearing/working-days.ts';
import type { Settings } from '../../settings.ts';

/** The figures of clearing in a workspace. */
export const rulesOf = ({ clearingDeadline }: Pick<Settings, 'clearingDeadline'>): ClearingRules =>
  clearingRules({ confirmUntil: clearingDeadline });

/** Working days are those of the week: holidays 法定节假日 are left out (sandbox). */
export const CALENDAR: WorkCalendar = PLAIN_WEEKS;
