import { isObject, manyRows } from './read-node.ts';
import { unwrapText } from './read-other.ts';
import { planOfSide, type SidePlan } from './read-plan.ts';
import { isUnset, otherSlot, readRow, type Plan, type Row } from './read-row.ts';
import type { Side, Table } from './table.ts';
import { note, type Notes, type Violation } from './violation.ts';

export { missing } from './missing.ts';

export type Reading = {
  /** Fields under the codes of the table; what is unset is absent, rows that are absent are `[]`. */
  readonly value: Readonly<Row>;
  readonly violations: readonly Violation[];
};

const speaks = (plan: Plan, raw: Readonly<Row>): boolean =>
  plan.slots.some((slot) => raw[slot.code] !== undefined) ||
  Object.keys(raw).some((key) => otherSlot(plan, key) !== undefined);

/** Some clients leave the one node of a message out, others wrap what should stand bare. */
const straighten = (plan: SidePlan, raw: Readonly<Row>): Readonly<Row> => {
  if (speaks(plan.top, raw)) return raw;
  if (plan.only !== undefined) return speaks(plan.of(plan.only), raw) ? { [plan.only]: raw } : raw;
  const wrapped = [raw['data'], raw['input']].map(unwrapText).find(isObject);
  return wrapped !== undefined && speaks(plan.top, wrapped) ? wrapped : raw;
};

/** Rows without a name are an array where other messages have an object. */
const readRows = (plan: SidePlan, raw: unknown, start: string, notes: Notes): Row =>
  (isUnset(raw) ? [] : manyRows(() => plan.of(''), '')(raw, start, notes)) as Row;

/**
 * Reads what a client sent (`side: 'input'`) or a platform answered (`'output'`) into values of the table: text, scaled
 * integers, dates, rows. Tolerant: other spellings, numbers as text, one row for many, JSON inside a text are taken as
 * meant. Breaches of the table are listed, a value that cannot be used is left out. Never throws. A side whose fields
 * are rows without a name (5204, 90100) reads as an array.
 */
export const read = (table: Table, raw: unknown, side: Side = 'input'): Reading => {
  const plan = planOfSide(table, side);
  const notes: Notes = [];
  const value = unwrapText(raw);
  if (table[side].some((node) => node.name === '' && node.many)) {
    return { value: readRows(plan, value, side, notes), violations: notes };
  }
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (!isUnset(first) && !isObject(first)) note(notes, { path: side, name: side }, 'type', raw, '对象', '未采用');
  const row = isObject(first) ? straighten(plan, first) : {};
  return { value: readRow(plan.top, row, `${side}.`, notes), violations: notes };
};
