import { expect, it } from 'vitest';
import { recentRows } from '../../../src/platform/journal/recent-rows.ts';

it('remembers the last rows in the order of their coming, and no more than twice as many as it must', () => {
  const recent = recentRows(3);
  recent.add([5, 3]);
  recent.add([9]);
  expect(recent.since(5)).toEqual([3, 9]);
  expect(recent.since(9)).toEqual([]);
  expect(recent.since(4)).toBeUndefined();
  recent.add([10, 11, 12, 13]);
  expect(recent.since(9)).toBeUndefined();
  expect(recent.since(11)).toEqual([12, 13]);
});
