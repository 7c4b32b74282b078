import { expect, it } from 'vitest';
import { present } from '../../src/kernel/present.ts';

it('leaves out what is undefined, and nothing else', () => {
  const said = present({ a: 1, b: undefined, c: null, d: '', e: false, f: 0 });
  expect(Object.entries(said)).toEqual([['a', 1], ['c', null], ['d', ''], ['e', false], ['f', 0]]); // prettier-ignore
});
