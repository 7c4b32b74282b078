import { timingSafeEqual } from 'node:crypto';

/** Whether a secret is the expected one; takes the same time wherever the two differ. */
export const sameText = (given: string, expected: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
};
