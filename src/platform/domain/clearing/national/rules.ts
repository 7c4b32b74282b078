import { clearingRules, type ClearingRules } from '../../../../rules/clearing/calendar.ts';
import { STATE_COUNCIL } from '../../../../rules/clearing/holidays.ts';
import type { WorkCalendar } from '../../../../rules/clearing/working-days.ts';
import type { Settings } from '../../settings.ts';

/** The figures of clearing in a workspace. */
export const rulesOf = ({ clearingDeadline }: Pick<Settings, 'clearingDeadline'>): ClearingRules =>
  clearingRules({ confirmUntil: clearingDeadline });

/** Working days as the State Council's notices have them; plain weeks in a year without one. */
export const CALENDAR: WorkCalendar = STATE_COUNCIL;
