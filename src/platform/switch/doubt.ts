import type { LegQuestion, Reader } from '../store/port.ts';
import { registered } from './doubt/registered.ts';
import { refunded } from './doubt/refunded.ts';
import { qualified } from './doubt/qualified.ts';
import { settled, tried } from './doubt/settled.ts';

/** Why a success that a province's own system answered cannot be right; `data` is what was asked. */
type Doubt = (reader: Reader, data: never, output: never) => string | undefined;

/** By transaction; 1301 answers nothing that could be doubted. */
const DOUBTS: Readonly<Record<string, Doubt>> = {
  1005: registered,
  1106: tried,
  1107: settled,
  1203: refunded,
  1406: qualified,
};

/**
 * Whether an answer fits what was asked and what the books hold: the same person and visit, sums that add up, numbers
 * that are new, a refund that mirrors its settlement. Undefined when all is well. The embedded engine is not doubted.
 */
export const doubt = (reader: Reader, { infno, input }: LegQuestion, output: unknown): string | undefined => {
  const { data } = input as { readonly data: unknown };
  return DOUBTS[infno]?.(reader, data as never, output as never);
};
