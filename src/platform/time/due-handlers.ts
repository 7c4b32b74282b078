import type { DueHandlers } from './due-work.ts';
import { journalAge } from './journal-age.ts';
import { maintenanceBegin } from './maintenance-begin.ts';
import { signInEnd } from './sign-in-end.ts';

/** All due work. A new kind is one file and one line here. */
export const dueHandlers: DueHandlers = {
  'journal-age': journalAge,
  'maintenance-begin': maintenanceBegin,
  'sign-in-end': signInEnd,
};
