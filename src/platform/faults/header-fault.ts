import type { Fault } from '../../kernel/fault/fault.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { FormProblem } from '../wire/read-form.ts';
import { readFault, type Around } from './fault-form.ts';

/** Orders a fault for the call that carries it: `answer-lost;how=rst` or `delay;ms=500;scope=before-commit`. */
export const FAULT_HEADER = 'x-kuasheng-fault';

/** Reads the header. Numbers stand as numbers; everything but `scope` is a parameter of the kind. */
export const headerFault = (header: string, around: Around): Result<Fault, readonly FormProblem[]> => {
  const [kind = '', ...pairs] = header.split(';').map((part) => part.trim());
  const given = Object.fromEntries(pairs.filter((pair) => pair !== '').map(pairOf));
  const { scope, ...params } = given;
  const read = readFault({ kind, with: params, ...(scope !== undefined && { scope }) }, around);
  // It is for this very call, whatever its kind is usually for.
  return read.ok ? ok({ ...read.value, when: {}, id: 'header', priority: 2_000, seen: 0, fired: 0 }) : read;
};

const pairOf = (pair: string): [string, string | number] => {
  const at = pair.indexOf('=');
  const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  return [name, /^-?\d{1,9}(\.\d{1,6})?$/.test(value) && name !== 'amount' ? Number(value) : value];
};
