/** Decimal text ↔ integer of 10^-scale units. No float in between. */

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/**
 * `"12.5"` at scale 2 → 1250. Undefined for anything that is not a plain decimal, that has more digits than the scale
 * carries (trailing zeros do not count) or that is not a safe integer of units.
 */
export const parseScaled = (text: string, scale: number): number | undefined => {
  const match = DECIMAL.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > scale) return undefined;
  const units = Number(whole + digits.padEnd(scale, '0'));
  if (!Number.isSafeInteger(units)) return undefined;
  return sign === '-' && units !== 0 ? -units : units;
};

/** 1250 at scale 2 → `12.50`; at scale 0 → `1250`. */
export const printScaled = (units: number, scale: number): string => {
  if (scale === 0) return String(units);
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const cut = digits.length - scale;
  return `${units < 0 ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`;
};
