import fc, { type Arbitrary } from 'fast-check';

/**
 * One message of a province about one visitor. Few msgids and few visit numbers, so that most sequences repeat, cross
 * and contradict themselves; a reversal may come before what it reverses.
 */
export type Step =
  | { readonly infno: '1107'; readonly msg: number; readonly number: number }
  /** Of the settlement under that visit number. */
  | { readonly infno: '1203'; readonly msg: number; readonly number: number }
  | { readonly infno: '1301'; readonly msg: number; readonly oinfno: '1107' | '1203'; readonly omsg: number };

const few = (most: number): Arbitrary<number> => fc.integer({ min: 0, max: most });

const step: Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ infno: fc.constant('1107' as const), msg: few(3), number: few(2) }) },
  { weight: 4, arbitrary: fc.record({ infno: fc.constant('1203' as const), msg: few(2), number: few(2) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      infno: fc.constant('1301' as const),
      msg: few(3),
      oinfno: fc.constantFrom('1107' as const, '1203' as const),
      omsg: few(2),
    }),
  },
);

export const sequences = (most: number): Arbitrary<Step[]> => fc.array(step, { minLength: 3, maxLength: most });

/** Its msgid, the same for every message of that transaction and number: `1107-2`. */
export const msgidOf = ({ infno, msg }: Pick<Step, 'infno' | 'msg'>): string => `${infno}-${msg}`;
