import { fold } from './table.ts';
import { note, type Notes } from './violation.ts';

/** Reads one value that is set; undefined = not usable, and then a violation says why. */
export type ReadValue = (raw: unknown, path: string, notes: Notes) => unknown;

/** A field, or a node seen from the level above. */
export type Slot = {
  readonly code: string;
  readonly name: string;
  readonly required: boolean;
  /** Absent rows are no rows. */
  readonly many: boolean;
  readonly read: ReadValue;
  /** Other names, folded. */
  readonly aliases: readonly string[];
};

/** How to read one object. */
export type Plan = {
  readonly slots: readonly Slot[];
  /** Slots to look after when all keys are read. */
  readonly watched: readonly Slot[];
  readonly exact: ReadonlySet<string>;
  readonly folded: ReadonlyMap<string, Slot>;
};

export type Row = Record<string, unknown>;

/** A plan for these slots. A slot's own name goes before another slot's alias. */
export const planOf = (slots: readonly Slot[]): Plan => {
  const folded = new Map<string, Slot>();
  for (const slot of slots) for (const alias of slot.aliases) folded.set(alias, slot);
  for (const slot of slots) folded.set(fold(slot.code), slot);
  const watched = slots.filter((slot) => slot.required || slot.many);
  return { slots, watched, exact: new Set(slots.map((slot) => slot.code)), folded };
};

/** Null, an empty text and the word null all mean: no value. */
export const isUnset = (raw: unknown): boolean => raw === undefined || raw === null || raw === '' || raw === 'null';

/** No field has a longer name: longer keys are not even folded. */
const LONGEST_NAME = 64;

/** The slot that a key means by another spelling or name; undefined for unknown keys. */
export const otherSlot = (plan: Plan, key: string): Slot | undefined =>
  plan.exact.has(key) || key.length > LONGEST_NAME ? undefined : plan.folded.get(fold(key));

/** Fields with a value that could not be used: they are listed already and not missing besides. */
type Unusable = Set<string>;

const take = (slot: Slot, raw: unknown, row: Row, path: string, notes: Notes, unusable: Unusable | undefined) => {
  const value = slot.read(raw, path, notes);
  if (value !== undefined) {
    row[slot.code] = value;
    return unusable;
  }
  return (unusable ?? new Set()).add(slot.code);
};

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

const complete = (plan: Plan, row: Row, path: string, notes: Notes, unusable: Unusable | undefined): void => {
  for (const slot of plan.watched) {
    const value = row[slot.code];
    if (slot.required && isEmpty(value) && unusable?.has(slot.code) !== true) {
      note(notes, { path: path + slot.code, name: slot.name }, 'missing', undefined, '必填项');
    }
    if (slot.many && value === undefined) row[slot.code] = [];
  }
};

/** Reads one object: exact names first, then other spellings; unknown keys are left out. */
export const readRow = (plan: Plan, raw: Readonly<Row>, path: string, notes: Notes): Row => {
  const row: Row = {};
  let unusable: Unusable | undefined;
  let seen = 0;
  for (const slot of plan.slots) {
    const value = raw[slot.code];
    if (value === undefined) continue;
    seen += 1;
    if (!isUnset(value)) unusable = take(slot, value, row, path, notes, unusable);
  }
  const keys = Object.keys(raw);
  if (seen < keys.length) {
    for (const key of keys) {
      const slot = otherSlot(plan, key);
      if (slot === undefined || slot.code in row || isUnset(raw[key])) continue;
      unusable = take(slot, raw[key], row, path, notes, unusable);
    }
  }
  complete(plan, row, path, notes, unusable);
  return row;
};
