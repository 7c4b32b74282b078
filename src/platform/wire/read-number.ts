import { parseScaled, printScaled } from '../../kernel/decimal.ts';
import type { Field } from './table.ts';
import { note, type Notes } from './violation.ts';

/** Units beyond this are no amount of anybody: 9·10^13 yuan in 分, and safely below 2^53. */
const LARGEST = 9e15;
const NUMERIC = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Digits of a JSON number, of text, or of the object that a lossless parser makes of a long literal. */
const digitsOf = (raw: unknown): string | undefined => {
  if (typeof raw === 'number') return String(raw);
  if (typeof raw === 'string') return raw.trim();
  if (typeof raw !== 'object' || raw === null || !('isLosslessNumber' in raw) || !('value' in raw)) return undefined;
  return typeof raw.value === 'string' ? raw.value : undefined;
};

const positive = (units: number): number => (units === 0 ? 0 : units);

/** Up to 15 digits a double means one decimal only, and a product with 10^s rounds back to it. */
const SURE = 1e15;

/** How far from a whole unit still counts as the noise of a client's floating point: 1e-6, never above 1/100 unit. */
const noiseOf = (scale: number): number => Math.min(10 ** (scale - 6), 0.01);

/**
 * Reads N(p,s) as an integer of 10^-s. Noise of floating point is rounded off and listed; finer values, values beyond
 * 9·10^15 units and what is no number are listed and count as unset; more digits than printed are listed and kept.
 */
export const numberReader = (field: Field) => {
  const { scale } = field;
  const factor = 10 ** scale;
  const digits = Number(field.length?.split(',')[0] ?? 16);
  const most = digits < 16 ? Math.min(10 ** digits, LARGEST) : LARGEST;
  const sure = Math.min(most, SURE);
  const allowed = `数值型${field.length === undefined ? '' : `(${field.length})`}`;
  const places = scale === 0 ? '整数' : `最多 ${scale} 位小数`;

  const spotOf = (path: string) => ({ path: path + field.code, name: field.name });

  const fitting = (units: number, raw: unknown, path: string, notes: Notes): number | undefined => {
    if (Math.abs(units) > LARGEST) return note(notes, spotOf(path), 'range', raw, `${allowed}，数值过大`, '未采用');
    if (Math.abs(units) >= most) note(notes, spotOf(path), 'length', raw, allowed);
    return positive(units);
  };

  const rounded = (text: string, raw: unknown, path: string, notes: Notes): number | undefined => {
    const units = Number(text) * factor;
    const whole = Math.round(units);
    if (!Number.isFinite(units) || Math.abs(units) > LARGEST) return fitting(Infinity, raw, path, notes);
    if (Math.abs(units - whole) > noiseOf(scale)) return note(notes, spotOf(path), 'scale', raw, places, '未采用');
    const exact = /e/i.test(text) && whole / factor === Number(text);
    if (!exact) note(notes, spotOf(path), 'scale', raw, places, `按 ${printScaled(positive(whole), scale)} 处理`);
    return fitting(whole, raw, path, notes);
  };

  return (raw: unknown, path: string, notes: Notes): number | undefined => {
    if (typeof raw === 'number') {
      const units = Math.round(raw * factor);
      if (units / factor === raw && Math.abs(units) < sure) return positive(units);
    }
    const text = digitsOf(raw);
    if (text === undefined || !NUMERIC.test(text)) return note(notes, spotOf(path), 'type', raw, allowed, '未采用');
    const exact = parseScaled(text, scale);
    return exact === undefined ? rounded(text, raw, path, notes) : fitting(exact, raw, path, notes);
  };
};
