import { expect, it } from 'vitest';
import { LASTING, lastingOf } from '../../../src/kernel/fault/lasting.ts';

it('how long a fault lives is typed as a number and a unit', () => {
  expect(['30s', '15m', '2h', '1d'].map(lastingOf)).toEqual([30_000, 900_000, 7_200_000, 86_400_000]);
  expect(['30s', '99999d', '0s', '05m', '100000s', '15', 'm', '15 m', '-1h'].map((text) => LASTING.test(text))).toEqual(
    [true, true, false, false, false, false, false, false, false],
  );
});
