import type { Party } from '../party.ts';
import { refuse, type Refusal } from '../refusals.ts';

/** A national disease code 病种代码 is M and five digits; which of them a place recognises is its own affair. */
export const diseaseFault = (code: string, by: Party): Refusal | undefined =>
  /^M\d{5}$/.test(code) ? undefined : refuse(by, 'disease-code', code);
