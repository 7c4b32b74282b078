import { must } from '../../kernel/assert.ts';
import type { Field, Table } from './table.ts';

/** One key on the way to a needed field, with the Chinese name for whoever misses it. */
export type Step = {
  readonly key: string;
  readonly many: boolean;
  readonly name: string;
  /** Absent for a node of the top level. */
  readonly field?: Field;
};

/**
 * The steps of a need: `data.mdtrt_id`, `feedetail[].cnt`, `diseinfo[]` (at least one row), `psn_no` where fields stand
 * bare. Throws when the table's input has no such field: the definition is wrong.
 */
export const stepsOf = (table: Table, need: string): Step[] => {
  let node = table.input.find((one) => one.name === '');
  return need.split('.').map((word, index) => {
    const key = word.replace(/\[\]$/, '');
    const top = index === 0 && key !== '' ? table.input.find((one) => one.name === key) : undefined;
    const field = node?.fields.find((one) => one.code === key);
    must(top ?? field, `${table.door} ${table.infno} needs ${need}, which its table does not have`);
    node = top ?? table.input.find((one) => one.name === field?.of);
    return { key, many: word.endsWith('[]'), name: field?.name ?? key, ...(field && { field }) };
  });
};

/** The fields of a table's input without which it is refused: those that are named, and those on the way to them. */
export const neededFields = (table: Table, needs: readonly string[]): ReadonlySet<Field> =>
  new Set(needs.flatMap((need) => stepsOf(table, need).flatMap(({ field }) => field ?? [])));

/** True for a field that is needed and for a node that is named itself or has something needed below it. */
export const isNeeded = (needs: readonly string[], path: string): boolean =>
  needs.some((need) => need === path || need.startsWith(`${path}.`) || need.startsWith(`${path}[]`));
