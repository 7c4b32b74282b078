import type { Reader, Write, Writer } from '../port.ts';

/**
 * Rows that are read with every message and hardly ever change: institutions, catalogue items, persons and what the
 * insured place knows of them. They are kept after their first reading and forgotten as soon as one of them is
 * written: reading and parsing them anew was a quarter of all reads of a settlement (README.md). It takes for
 * granted that nobody else writes into the file.
 */
const LOOKUPS = [
  'institution', 'item', 'person', 'personByCertificate', 'personByCard', 'personByToken', 'filings', 'qualifications',
  'chosenInstitutions',
] as const; // prettier-ignore

const CHANGES: ReadonlySet<Write['kind']> = new Set<Write['kind']>([
  'institution.put', 'item.put', 'person.put', 'filing.put', 'qualification.put', 'chosen.put',
]); // prettier-ignore

/** Look-ups that are kept at once; then all are forgotten. */
const MOST = 50_000;

/** Counts what the writer has changed and what of it is committed: each reader forgets by its own count. */
export type ReferenceVersion = { written: number; committed: number };

/** Kept rows are handed to everybody who asks: nobody may change one. */
const frozen = <V>(value: V): V => {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
};

/** A list may be sorted by whoever asked for it; its rows are the kept ones. */
const handedOut = (known: unknown): unknown => (Array.isArray(known) ? known.slice() : known);

/** The reader with its reference rows kept while `version` stays. */
export const keepingReferenceRows = (reader: Reader, version: () => number): Reader => {
  const kept = new Map<string, unknown>();
  let seen = version();
  const keeping =
    (name: string, look: (...keys: string[]) => unknown) =>
    (...keys: string[]): unknown => {
      if (seen !== version() || kept.size > MOST) {
        kept.clear();
        seen = version();
      }
      const key = `${name}\n${keys.join('\n')}`;
      const known = kept.get(key);
      if (known !== undefined) return handedOut(known);
      const found = frozen(look(...keys));
      if (found !== undefined) kept.set(key, found);
      return handedOut(found);
    };
  const lookups = LOOKUPS.map((name) => [name, keeping(name, reader[name] as (...keys: string[]) => unknown)]);
  return { ...reader, ...(Object.fromEntries(lookups) as Partial<Reader>) };
};

/** The writer, counting changes of reference rows; what is undone counts as a change as well. */
export const countingChanges = (writer: Writer, version: ReferenceVersion): Writer => {
  let dirty = false;
  const forget = () => {
    if (dirty) version.written += 1;
  };
  return {
    ...writer,
    apply: (writes) => {
      if (writes.some((write) => CHANGES.has(write.kind))) {
        dirty = true;
        forget();
      }
      writer.apply(writes);
    },
    undo: (name) => {
      writer.undo(name);
      forget();
    },
    rollback: () => {
      writer.rollback();
      forget();
      dirty = false;
    },
    commit: () => {
      const committed = writer.commit();
      if (dirty) version.committed += 1;
      dirty = false;
      return committed;
    },
  };
};
