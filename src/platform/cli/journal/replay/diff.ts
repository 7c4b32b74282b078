import { parse } from 'lossless-json';
import type { Ids } from './ids.ts';

/** A field that says another thing: its path, `output.setlinfo.fund_pay_sumamt`; absent is empty. */
export type Difference = { readonly path: string; readonly before: string; readonly now: string };

/** Numbers and stamps of one answer alone. */
const OWN: ReadonlySet<string> = new Set(['inf_refmsgid', 'refmsg_time', 'respond_time']);

const TIMES = /(_time|time)$/;

type Leaves = ReadonlyMap<string, string>;

/** The fields in which two answers differ. `times`: whether moments count, which they do where time stood still. */
export const differences = (before: string, now: string, ids: Ids, times: boolean): Difference[] => {
  const [old, fresh] = [leavesOf(before), leavesOf(now)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((path) => {
    const code = path.replace(/^.*\.(?=[^.]+$)/, '');
    if (OWN.has(code) || (!times && TIMES.test(code))) return [];
    const [one = '', other = ''] = [old.get(path), fresh.get(path)];
    return ids.same(code, one, other) || ids.renewed(one) === other ? [] : [{ path, before: one, now: other }];
  });
};

/** Every value by its path, numbers as printed. An answer that is no JSON is one value. */
const leavesOf = (text: string): Leaves => {
  const leaves = new Map<string, string>();
  const look = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null || isPrintedNumber(value)) leaves.set(path, textOf(value));
    else for (const [key, inner] of Object.entries(value)) look(inner, path === '' ? key : `${path}.${key}`);
  };
  try {
    look(parse(text), '');
  } catch {
    leaves.set('', text);
  }
  return leaves;
};

const isPrintedNumber = (value: unknown): value is { readonly value: string } =>
  typeof value === 'object' && value !== null && 'isLosslessNumber' in value;

const textOf = (value: unknown): string => {
  if (isPrintedNumber(value)) return value.value;
  return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
};
