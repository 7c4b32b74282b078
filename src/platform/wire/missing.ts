import { stepsOf, type Step } from './needs.ts';
import type { Row } from './read-row.ts';
import type { Table } from './table.ts';
import { note, type Notes, type Violation } from './violation.ts';

const compiled = new WeakMap<readonly string[], readonly (readonly Step[])[]>();

const compile = (table: Table, needs: readonly string[]) => {
  const seen = compiled.get(needs);
  if (seen !== undefined) return seen;
  const steps = needs.map((need) => stepsOf(table, need));
  compiled.set(needs, steps);
  return steps;
};

const look = (row: Readonly<Row>, steps: readonly Step[], path: string, notes: Notes): void => {
  const [step, ...rest] = steps;
  if (step === undefined) return;
  const value = row[step.key];
  const here = `${path}${step.key}`;
  const rows: readonly unknown[] | undefined = step.many ? (Array.isArray(value) ? value : []) : undefined;
  if (value === undefined || rows?.length === 0) {
    note(notes, { path: here, name: step.name }, 'missing', undefined, '必填项');
  } else if (rows !== undefined) {
    rows.forEach((item, index) => look(item as Row, rest, `${here}[${index}].`, notes));
  } else look(value as Row, rest, `${here}.`, notes);
};

/**
 * What a transaction cannot do without and a message does not have, each once, with its Chinese name. `needs` are paths
 * below input: `data.mdtrt_id`, `feedetail[].cnt` (at least one row, each with a value), `psn_no` where it stands bare.
 * Throws when a need names nothing in the table.
 */
export const missing = (table: Table, value: Readonly<Row>, needs: readonly string[]): Violation[] => {
  const notes: Notes = [];
  for (const steps of compile(table, needs)) look(value, steps, 'input.', notes);
  const paths = new Set<string>();
  return notes.filter(({ path }) => !paths.has(path) && paths.add(path));
};
