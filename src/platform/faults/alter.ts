import { isLosslessNumber, LosslessNumber, parse, stringify } from 'lossless-json';
import { instantOf, stamp17 } from '../../kernel/civil-time.ts';
import type { Alteration } from '../../kernel/fault/effect.ts';

type Node = Record<string, unknown>;

/** A place in the answer: the object or list, and the key in it. */
type Spot = { readonly holder: Node; readonly key: string };

/**
 * Changes one value of an answer and nothing else: every other number keeps its digits. Paths: `inf_refmsgid`,
 * `output`, `**.psn_no` (the first of that name), `**[]` (the first list). An answer without such a value stays as it
 * is.
 */
export const altered = (answer: string, change: Alteration): string => {
  const root = parse(answer) as Node;
  const spot = spotOf(root, change.path);
  if (!spot) return answer;
  const value = spot.holder[spot.key];
  spot.holder[spot.key] = changed(value, change);
  return stringify(root) ?? answer;
};

const spotOf = (root: Node, path: string): Spot | undefined => {
  if (path === '**[]') return found(root, (value) => Array.isArray(value) && value.length > 0);
  if (!path.startsWith('**.')) return path in root ? { holder: root, key: path } : undefined;
  const name = path.slice(3);
  return found(root, (value, key) => key === name && value !== null);
};

/** The first value that fits, depth first. */
const found = (node: unknown, fits: (value: unknown, key: string) => boolean): Spot | undefined => {
  if (typeof node !== 'object' || node === null || isLosslessNumber(node)) return undefined;
  const holder = node as Node;
  for (const [key, value] of Object.entries(holder)) {
    if (fits(value, key)) return { holder, key };
    const inside = found(value, fits);
    if (inside) return inside;
  }
  return undefined;
};

const changed = (value: unknown, change: Alteration): unknown => {
  if ('set' in change) return change.set;
  if ('add' in change) return { ...(value as Node | null), ...change.add };
  if ('rows' in change) return repeated(value, change.rows);
  if ('shiftSeconds' in change) return shifted(value, change.shiftSeconds);
  if (!isLosslessNumber(value)) return value;
  const { value: digits } = value;
  return 'addFen' in change ? moreFen(digits, change.addFen) : respelt(digits, change.form);
};

const repeated = (value: unknown, rows: number): unknown => {
  const list = value as readonly unknown[];
  return Array.from({ length: rows }, (_, index) => list[index % list.length]);
};

const shifted = (value: unknown, seconds: number): unknown => {
  const text = typeof value === 'string' ? value : '';
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(text);
  if (!parts) return value;
  const [, year, month, day, hour, minute, second] = parts;
  return stamp17(instantOf(`${year}-${month}-${day} ${hour}:${minute}:${second}`) + seconds * 1_000);
};

/** Works on the digits: an amount of any size stays exact. */
const moreFen = (digits: string, fen: number): LosslessNumber => {
  const scaled = BigInt(pointMoved(digits)) + BigInt(fen);
  const sign = scaled < 0n ? '-' : '';
  const bare = String(scaled < 0n ? -scaled : scaled).padStart(3, '0');
  return new LosslessNumber(`${sign}${bare.slice(0, -2)}.${bare.slice(-2)}`);
};

/** 12.34 → 1234 */
const pointMoved = (digits: string): string => {
  const [whole = '0', decimals = ''] = digits.split('.');
  return whole + decimals.padEnd(2, '0').slice(0, 2);
};

type Form = Extract<Alteration, { form: unknown }>['form'];

const respelt = (digits: string, form: Form): unknown => {
  switch (form) {
    case 'scaled':
      return new LosslessNumber(String(BigInt(pointMoved(digits))));
    case 'negative':
      return new LosslessNumber(digits.startsWith('-') ? digits.slice(1) : `-${digits}`);
    case 'exponent':
      return new LosslessNumber(`${String(BigInt(pointMoved(digits)))}e-2`);
    case 'bare':
      return new LosslessNumber(digits.replace(/\.?0+$/, '') || '0');
    case 'text':
      return digits;
  }
};
