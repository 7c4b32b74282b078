import { sha256 } from '../../../kernel/sha256.ts';

/** Bytes that are a function of these texts, as many as wanted. */
const bytesOf = (count: number, parts: readonly string[]): number[] => {
  const bytes: number[] = [];
  for (let round = 0; bytes.length < count; round += 1) {
    const text = [String(round), ...parts].join('\n');
    bytes.push(...sha256(Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff)));
  }
  return bytes.slice(0, count);
};

/** Digits that are a function of these texts: the same again for the same, on every machine. */
export const digitsOf = (count: number, ...parts: readonly string[]): string =>
  bytesOf(count, parts)
    .map((byte) => byte % 10)
    .join('');

/** Lower-case letters and digits in the same way. */
export const lettersOf = (count: number, ...parts: readonly string[]): string =>
  bytesOf(count, parts)
    .map((byte) => (byte % 36).toString(36))
    .join('');

/** Upper-case hexadecimal digits in the same way. */
export const hexOf = (count: number, ...parts: readonly string[]): string =>
  bytesOf(count, parts)
    .map((byte) => (byte % 16).toString(16).toUpperCase())
    .join('');
