/** How a division shows its intent: half away from zero 四舍五入, towards zero 舍去, away from zero 进位. */
export type Rounding = 'half-up' | 'down' | 'up';

const quotient = (dividend: bigint, divisor: bigint, rounding: Rounding): bigint => {
  const whole = dividend / divisor;
  const rest = dividend % divisor;
  if (rest === 0n) return whole;
  const away = dividend < 0n !== divisor < 0n ? -1n : 1n;
  const size = (value: bigint) => (value < 0n ? -value : value);
  if (rounding === 'up') return whole + away;
  if (rounding === 'half-up' && size(rest) * 2n >= size(divisor)) return whole + away;
  return whole;
};

/** An exact product: a plain number while it is safe, else a bigint. */
export const safeProduct = (a: number, b: number): number | bigint => {
  const product = a * b;
  return Number.isSafeInteger(product) ? product : BigInt(a) * BigInt(b);
};

/**
 * dividend ÷ divisor, rounded as named; exact for any integers. Throws when one of them is no integer, and when the
 * result is not a safe one.
 */
export const divideRounded = (dividend: number | bigint, divisor: number, rounding: Rounding): number => {
  const result =
    isSmall(dividend) && Number.isInteger(divisor)
      ? divideSmall(dividend, divisor, rounding)
      : Number(quotient(BigInt(dividend), BigInt(divisor), rounding));
  if (!Number.isSafeInteger(result)) throw new Error(`the quotient of ${dividend} and ${divisor} is too large`);
  return result === 0 ? 0 : result;
};

const isSmall = (dividend: number | bigint): dividend is number =>
  Number.isInteger(dividend) && Math.abs(Number(dividend)) <= Number.MAX_SAFE_INTEGER / 2;

const divideSmall = (dividend: number, divisor: number, rounding: Rounding): number => {
  const rest = dividend % divisor;
  const whole = (dividend - rest) / divisor;
  if (rest === 0) return whole;
  const away = dividend < 0 !== divisor < 0 ? -1 : 1;
  if (rounding === 'up' || (rounding === 'half-up' && Math.abs(rest) * 2 >= Math.abs(divisor))) return whole + away;
  return whole;
};
