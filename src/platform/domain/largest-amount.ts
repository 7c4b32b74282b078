import { asFen, type Fen } from '../../kernel/money.ts';
import type { Price, Quantity } from '../../kernel/quantity.ts';

/** 一亿元: more than any bill, and little enough that all amounts of a message add up safely (sandbox). */
const LARGEST: Fen = asFen(10_000_000_000);

export const isTooLarge = (amount: Fen): boolean => Math.abs(amount) > LARGEST;

/** The product of a line as far as its size goes: a guard, no amount. In units of 10^-8 分. */
export const isProductTooLarge = (cnt: Quantity, pric: Price): boolean => Math.abs(cnt * pric) > LARGEST * 1e8;
