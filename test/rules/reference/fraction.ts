/** An exact fraction: numerator over a denominator above nothing. Never shortened; nothing here is in a hurry. */
export type Fraction = { readonly over: bigint; readonly under: bigint };

export const whole = (number: bigint): Fraction => ({ over: number, under: 1n });

export const NOTHING = whole(0n);
export const ONE = whole(1n);

export const plus = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});

export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { over: -b.over, under: b.under });

export const times = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.over, under: a.under * b.under });

/** a ÷ b, where b is above nothing. */
export const divided = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.under, under: a.under * b.over });

export const isLess = (a: Fraction, b: Fraction): boolean => a.over * b.under < b.over * a.under;

export const smaller = (a: Fraction, b: Fraction): Fraction => (isLess(b, a) ? b : a);
export const larger = (a: Fraction, b: Fraction): Fraction => (isLess(a, b) ? b : a);

/** 四舍五入 of a fraction that is not negative: twice the fraction plus one, halved and cut off. */
export const halfUp = ({ over, under }: Fraction): bigint => (2n * over + under) / (2n * under);
