import { isList, isMap, jsonOf, textOf, type Tree } from '../tree.ts';
import { sameText } from './decimal.ts';
import { isOperators, OPERATORS } from './operators.ts';

/** Where an answer is not as expected: the path, what was expected, what came. */
export type Mismatch = { readonly path: string; readonly wanted: string; readonly came: string };

/**
 * Compares what is written with what came. Of an object only the keys that are written count, of a list each row that
 * is written must be among those that came, in any order. Amounts and numbers are compared as exact decimals.
 */
export const mismatches = (wanted: Tree, came: unknown, path = ''): readonly Mismatch[] => {
  if (isOperators(wanted)) return operatorMismatches(wanted, came, path);
  if (isMap(wanted)) {
    if (!isMap(came)) return [{ path, wanted: jsonOf(wanted), came: shown(came) }];
    return Object.entries(wanted).flatMap(([key, value]) => mismatches(value, came[key], below(path, key)));
  }
  if (isList(wanted)) return listMismatches(wanted, came, path);
  return isSame(wanted, came) ? [] : [{ path, wanted: shown(wanted), came: shown(came) }];
};

const below = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

const NOTHING: readonly unknown[] = [null, undefined, ''];

const isSame = (wanted: Tree, came: unknown): boolean => {
  if (NOTHING.includes(wanted)) return NOTHING.includes(came);
  const [one, other] = [textOf(wanted), textOf(came)];
  return one !== undefined && other !== undefined && sameText(one, other);
};

const operatorMismatches = (wanted: Readonly<Record<string, Tree>>, came: unknown, path: string): Mismatch[] =>
  Object.entries(wanted).flatMap(([key, value]) => {
    const operator = OPERATORS[key];
    if (!operator || operator.holds(came, value)) return [];
    return [{ path, wanted: operator.words(shown(value)), came: shown(came) }];
  });

/** Each row finds one of its own; where one finds none, the nearest row says why. */
const listMismatches = (wanted: readonly Tree[], came: unknown, path: string): readonly Mismatch[] => {
  if (!isList(came)) return [{ path, wanted: jsonOf(wanted), came: shown(came) }];
  const left = new Map(came.entries());
  return wanted.flatMap((row, index) => {
    const tries = [...left].map(([at, one]) => ({ at, missed: mismatches(row, one, below(path, String(at))) }));
    const [best] = tries.sort((a, b) => a.missed.length - b.missed.length || a.at - b.at);
    if (!best) return [{ path, wanted: `第 ${index + 1} 行 ${jsonOf(row)}`, came: `只有 ${came.length} 行` }];
    if (best.missed.length === 0) left.delete(best.at);
    return best.missed;
  });
};

const LONGEST = 200;

const shown = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return '（空）';
  const whole = textOf(value) ?? jsonOf(value);
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole;
};

/** `output.setlinfo.fund_pay_sumamt 应为 260.50，实为 0.00` */
export const mismatchInWords = ({ path, wanted, came }: Mismatch): string =>
  `${path === '' ? '' : `${path} `}应为 ${wanted}，实为 ${came}`;
