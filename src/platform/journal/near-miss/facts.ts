import type { JournalRow, Reader } from '../../store/port.ts';
import type { Table } from '../../wire/table.ts';
import { clauseOf, fieldNamed } from './clause.ts';

/** What is near to what came: a field, what it said, what it may say, and where that is written. */
export type NearMiss = {
  /** Path below the message, `input.data.med_type` or `fixmedins_code`. */
  readonly field: string;
  /** Chinese name. */
  readonly name: string;
  /** Empty where nothing came. */
  readonly came: string;
  readonly allowed: string;
  /** Table, node and source of the field. */
  readonly clause: string;
  /** Valid values that are nearest to what came, or a valid form of it; the nearest first. */
  readonly closest: readonly string[];
};

/** A refused message and the books as they are now. */
export type Facts = {
  readonly reader: Reader;
  readonly row: JournalRow;
  /** The message as sent, decoded; empty where its bytes are not kept. */
  readonly message: Readonly<Record<string, unknown>>;
  /** The input as its table reads it. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Absent for a transaction that nobody knows. */
  readonly table?: Table;
  /**
   * Other rows from outside that may be meant: of the same msgid, or of the sender's transaction that a reversal names.
   */
  readonly others: readonly JournalRow[];
};

/** What a field of the input said, wherever it stands, else the envelope's; empty where it said nothing. */
export const said = ({ input, message }: Facts, code: string): string => {
  for (const node of [input, ...Object.values(input)]) {
    const row: unknown = Array.isArray(node) ? node[0] : node;
    const value = (row as Readonly<Record<string, unknown>> | undefined)?.[code];
    if (typeof value === 'string' || typeof value === 'number') return String(value);
  }
  const outer = message[code];
  return typeof outer === 'string' || typeof outer === 'number' ? String(outer) : '';
};

/** A near miss of one field by its code. */
export const miss = (facts: Facts, code: string, allowed: string, near: readonly string[]): NearMiss => {
  const { path, name, spot } = fieldNamed(facts.table, code);
  return { field: path, name, came: said(facts, code), allowed, clause: clauseOf(spot), closest: near };
};
