/** A decimal as whole units of 10^-scale. */
type Decimal = { readonly units: bigint; readonly scale: number };

/** Codes such as `03` are no numbers: a leading zero counts. */
const DECIMAL = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;

const decimalOf = (text: string): Decimal | undefined => {
  const [, sign = '', whole, fraction = ''] = DECIMAL.exec(text) ?? [];
  return whole === undefined ? undefined : { units: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
};

/** Below zero, zero or above, as the first is less than, equal to or more than the second; exact. */
export const compareDecimals = (first: string, second: string): number | undefined => {
  const [a, b] = [decimalOf(first), decimalOf(second)];
  if (!a || !b) return undefined;
  const scale = Math.max(a.scale, b.scale);
  const difference = a.units * 10n ** BigInt(scale - a.scale) - b.units * 10n ** BigInt(scale - b.scale);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
};

/** The same text, or the same number: `0.00` is `0` and `-0.00`; `03` is not `3`. */
export const sameText = (first: string, second: string): boolean =>
  first === second || compareDecimals(first, second) === 0;
