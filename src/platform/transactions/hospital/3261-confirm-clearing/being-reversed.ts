import type { Input as Reversal } from '../../../domain/national/1301.gen.ts';
import type { LegQuestion, Reader } from '../../../store/port.ts';

const reversedBy = ({ infno, input }: LegQuestion): string[] =>
  infno === '1301' ? [(input as Reversal).data.omsgid] : [];

/** msgids of settlements and refunds whose reversal is on its way, or whose outcome is unknown. */
export const beingReversed = (reader: Reader): ReadonlySet<string> =>
  new Set(
    (['sent', 'unknown'] as const)
      .flatMap((state) => reader.legsInState(state))
      .flatMap(({ questions }) => questions.flatMap(reversedBy)),
  );
