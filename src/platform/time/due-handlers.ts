import type { DueHandlers } from './due-work.ts';
import { signInEnd } from './sign-in-end.ts';

/** All due work. A new kind is one file and one line here. */
export const dueHandlers: DueHandlers = { 'sign-in-end': signInEnd };
