import { sha256 } from '../sha256.ts';

/**
 * A number from 0 to below 1 that depends on nothing but its four arguments: the order in which calls come together
 * does not change it.
 */
export const drawOf = (seed: string, label: string, key: string, attempt: number): number => {
  const bytes = sha256(new TextEncoder().encode([seed, label, key, attempt].join('\n')));
  const high = ((bytes[0] ?? 0) << 16) | ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0);
  const low = ((bytes[3] ?? 0) << 16) | ((bytes[4] ?? 0) << 8) | (bytes[5] ?? 0);
  return (high * 2 ** 24 + low) / 2 ** 48;
};
