import { asFen, type Fen } from './money.ts';

declare const quantity: unique symbol;
declare const price: unique symbol;

/** A quantity 数量, N(16,4): an integer of 1/10,000. */
export type Quantity = number & { readonly [quantity]: true };
/** A unit price 单价, N(16,6): an integer of 1/1,000,000 元. */
export type Price = number & { readonly [price]: true };

const whole = <T extends number>(units: number, what: string): T => {
  if (!Number.isSafeInteger(units)) throw new Error(`not a ${what}: ${units}`);
  return units as T;
};

export const asQuantity = (units: number): Quantity => whole<Quantity>(units, 'quantity in 1/10,000');
export const asPrice = (units: number): Price => whole<Price>(units, 'price in 1/1,000,000 元');

/** One 分 in the units of quantity × price (10^-10 元). */
const FEN = 100_000_000n;

/** quantity × price, rounded half up 四舍五入 to 分. */
export const lineAmount = (cnt: Quantity, pric: Price): Fen => {
  const product = BigInt(cnt) * BigInt(pric);
  const half = product < 0n ? -FEN / 2n : FEN / 2n;
  return asFen(Number((product + half) / FEN));
};

/** |quantity × price − amount| ≤ 0.01 元, exactly: the tolerance that the interface allows for a line. */
export const agrees = (cnt: Quantity, pric: Price, amount: Fen): boolean => {
  const difference = BigInt(cnt) * BigInt(pric) - BigInt(amount) * FEN;
  return difference <= FEN && difference >= -FEN;
};
