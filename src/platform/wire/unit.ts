import type { Field } from './table.ts';

/** Kernel type of a number's scaled integer. */
export type Unit = 'Fen' | 'Rate' | 'Quantity' | 'Price';

/** N(16,2) and its wide relatives are money 金额, N(5,4) ratios, N(16,4) quantities, N(16,6) prices; others are plain. */
export const unitOf = (field: Field): Unit | undefined => {
  if (field.type !== 'number') return undefined;
  const digits = Number(field.length?.split(',')[0] ?? 16);
  if (field.scale === 2) return digits >= 12 ? 'Fen' : undefined;
  if (field.scale === 4) return digits <= 5 ? 'Rate' : 'Quantity';
  return field.scale === 6 ? 'Price' : undefined;
};
