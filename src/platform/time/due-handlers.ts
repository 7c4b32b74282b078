import type { DueHandlers } from './due-work.ts';
import { fileEnd } from './file-end.ts';
import { journalAge } from './journal-age.ts';
import { signInEnd } from './sign-in-end.ts';

/** All due work. A new kind is one file and one line here. */
export const dueHandlers: DueHandlers = {
  'file-end': fileEnd,
  'journal-age': journalAge,
  'sign-in-end': signInEnd,
};
