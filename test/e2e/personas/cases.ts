import type { Case } from './case.ts';
import { CREDENTIAL } from './credential-cases.ts';
import { FILING } from './filing-cases.ts';
import { INSURANCE } from './insurance-cases.ts';
import { INSTITUTION, REACH } from './place-cases.ts';
import { QUALIFICATION } from './qualification-cases.ts';

/** Every persona with whom something does not go well, and what makes it go well. */
export const CASES: readonly Case[] = [
  ...FILING,
  ...QUALIFICATION,
  ...INSURANCE,
  ...CREDENTIAL,
  ...INSTITUTION,
  ...REACH,
];
