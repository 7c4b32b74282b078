import { parseScaled } from '../../../kernel/decimal.ts';
import { loadTable } from '../../wire/load-table.ts';
import { fieldAt } from '../near-miss/clause.ts';

/** A line of an export, as far as a sum reads it. */
export type Line = {
  readonly door: string;
  readonly infno: string;
  readonly input: unknown;
  readonly answer: unknown;
};

/** Decimals of a sum: as many as the finest field of the interface has. */
const SCALE = 6;

/** `-12.5` as an integer of 10^-6; undefined for what is no decimal. */
export const unitsOf = (text: string): bigint | undefined => {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/.exec(text.trim()) ?? [];
  if (whole === '') return undefined;
  return BigInt(sign + whole + fraction.padEnd(SCALE, '0'));
};

/** At least two decimals, and no more than it takes. */
export const decimalOf = (units: bigint): string => {
  const digits = String(units < 0n ? -units : units).padStart(SCALE + 1, '0');
  const fraction = digits.slice(-SCALE).replace(/0{1,4}$/, '');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -SCALE)}.${fraction}`;
};

/**
 * What a field comes to in one message. `input.…` and `output.…` say where it stands; a code alone is looked for in the
 * input, and where it is not there in the answer. In a list every row counts. Undefined where it stands nowhere.
 */
export const sumIn = (line: Line, field: string): bigint | undefined => {
  const inputs = () => total(leaves(line.input, 'input', field), (path, value) => printed(line, path, value));
  const outputs = () => total(leaves(outputOf(line.answer), 'output', field), (_path, value) => unitsOf(String(value)));
  if (field.startsWith('input.')) return inputs();
  return field.startsWith('output.') ? outputs() : (inputs() ?? outputs());
};

const outputOf = (answer: unknown): unknown => (answer as { readonly output?: unknown } | null)?.output;

type Leaf = readonly [path: string, value: string | number];

/** Values whose path without row numbers is the field's, or ends with its code. */
const leaves = (value: unknown, path: string, field: string): Leaf[] => {
  if (typeof value === 'string' || typeof value === 'number') {
    const bare = path.replace(/\.\d+(?=\.)/g, '');
    return bare === field || (!field.includes('.') && bare.endsWith(`.${field}`)) ? [[path, value]] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`, field));
};

const total = (found: readonly Leaf[], units: (path: string, value: string | number) => bigint | undefined) => {
  const all = found.flatMap(([path, value]) => units(path, value) ?? []);
  return all.length === 0 ? undefined : all.reduce((sum, one) => sum + one, 0n);
};

/** A decoded number is an integer of its field's scale. */
const printed = ({ door, infno }: Line, path: string, value: string | number): bigint | undefined => {
  const table = loadTable(door === 'insured' ? 'national' : door, infno);
  const scale = fieldAt(table, path.replace(/\.\d+(?=\.)/g, ''))?.field.scale ?? 0;
  if (typeof value === 'number') return BigInt(value) * 10n ** BigInt(SCALE - scale);
  const units = parseScaled(value, scale);
  return units === undefined ? undefined : BigInt(units) * 10n ** BigInt(SCALE - scale);
};
