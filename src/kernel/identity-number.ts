import { must } from './assert.ts';

/**
 * Identity numbers 公民身份号码 (GB 11643): 17 digits and a check character. Synthetic persons have `9900` after the
 * province, a division that no real number carries.
 */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The 18th character: ISO 7064 MOD 11-2 over the first 17 digits. Throws when they are not 17 digits. */
export const checkCharacter = (first17: string): string => {
  must(/^\d{17}$/.test(first17), 'an identity number has 17 digits before its check character');
  const total = WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(first17[index]), 0);
  return '10X98765432'.charAt(total % 11);
};

/**
 * Province (2 digits) + 9900 + birth day (`yyyy-MM-dd`) + order (1–999: odd for men, even for women) + check character.
 * Throws when the order or the birth day has no place in it.
 */
export const syntheticIdentityNumber = (province: string, birth: string, order: number): string => {
  must(Number.isInteger(order) && order >= 1 && order <= 999, 'the order of an identity number is 1 to 999');
  const first17 = `${province.slice(0, 2)}9900${birth.replace(/-/g, '')}${String(order).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
};

const IDENTITY =
  /(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g;

const WHOLE_TEXT = new RegExp(`^${IDENTITY.source}$`);

/** True when the text is a number that a real person could have: well-formed, right check character, not synthetic. */
export const mayBeReal = (text: string): boolean =>
  WHOLE_TEXT.test(text) &&
  text.slice(2, 6) !== '9900' &&
  checkCharacter(text.slice(0, 17)) === text.slice(17).toUpperCase();

/** Hides birth day and order of every number in a text that may be real: nothing of it is kept. */
export const maskRealNumbers = (text: string): string =>
  text.replace(IDENTITY, (found) => (mayBeReal(found) ? `${found.slice(0, 6)}${'*'.repeat(12)}` : found));
