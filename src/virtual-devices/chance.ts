import { hmacSha256 } from '../kernel/sha256.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** A number from 0 to below 1 that depends on the texts alone. */
export const draw = (...parts: readonly string[]): number => {
  const [first = '', ...rest] = parts;
  const hash = hmacSha256(bytesOf(first), bytesOf(rest.join('\n')));
  return ((hash[0] ?? 0) * 2 ** 40 + (hash[1] ?? 0) * 2 ** 32 + lower(hash)) / 2 ** 48;
};

const lower = (hash: Uint8Array): number =>
  (hash[2] ?? 0) * 2 ** 24 + (hash[3] ?? 0) * 2 ** 16 + (hash[4] ?? 0) * 2 ** 8 + (hash[5] ?? 0);

/** Chance that goes the same way for the same seed. */
export const seededChance = (seed: string): (() => number) => {
  let drawn = 0;
  return () => {
    drawn += 1;
    return draw(seed, 'devices', String(drawn));
  };
};
