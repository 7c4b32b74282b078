import { clearingDay } from './clearing/day.ts';
import { collectMonth } from './clearing/collect.ts';
import { generateMonth } from './clearing/generate.ts';
import { clearingStep } from './clearing/step.ts';
import type { DueHandlers, SlowHandlers } from './due-work.ts';
import { fileEnd } from './file-end.ts';
import { journalAge } from './journal-age.ts';
import { signInEnd } from './sign-in-end.ts';

/** All due work. A new kind is one file and one line here. */
export const dueHandlers: DueHandlers = {
  'clearing-step': clearingStep,
  'file-end': fileEnd,
  'journal-age': journalAge,
  'sign-in-end': signInEnd,
};

/** Due work that reads much. A kind stands here or above, not in both. */
export const slowHandlers: SlowHandlers = {
  'clearing-day': clearingDay,
  'clearing-collect': collectMonth,
  'clearing-generate': generateMonth,
};
