import type { Batch } from '../../domain/visit.ts';
import type { Reader, Write, Writer } from '../port.ts';

/**
 * Committed rows that are kept in memory after their first reading, parsed and frozen, until one like them is written:
 * what hardly ever changes (institutions, catalogue items, persons and what the insured place knows of them), and a
 * visit with its charge batches, which a trial reads a moment before the settlement reads them again. Both readers
 * share them; the writer's looks past them for what its open transaction has touched. It takes for granted that nobody
 * else writes into the file.
 */
type Shelf = {
  readonly name: string;
  readonly lookups: readonly (keyof Reader)[];
  /** So many rows stand on it; then the oldest gives way. */
  readonly most: number;
  readonly rows: Map<string, unknown>;
};

const REFERENCE = 'reference';
const FAULTS = 'faults';

const emptyShelves = (): readonly Shelf[] => [
  {
    name: REFERENCE,
    lookups: [
      'institution', 'item', 'items', 'person', 'personByCertificate', 'personByCard', 'personByToken', 'filings',
      'qualifications', 'chosenInstitutions', 'placeStates', 'maintenances',
    ],
    most: 50_000,
    rows: new Map(),
  },
  // Counted with every call that a fault matches: apart from what hardly ever changes.
  { name: FAULTS, lookups: ['faults'], most: 1, rows: new Map() },
  { name: 'visit', lookups: ['registration', 'visit', 'batch'], most: 1_000, rows: new Map() },
]; // prettier-ignore

/** A batch of more lines is read anew each time: a thousand of them would fill the memory. */
const MOST_LINES = 50;

const keyOf = (lookup: string, ...keys: readonly string[]): string => `${lookup}\n${keys.join('\n')}`;

const reference = () => REFERENCE;
const batchKey = ({ mdtrt_id, chrg_bchno }: Pick<Batch, 'mdtrt_id' | 'chrg_bchno'>) =>
  keyOf('batch', mdtrt_id, chrg_bchno);

/** What a write makes stale: a whole shelf, or one row; nothing where it is not named. */
const STALE: { readonly [K in Write['kind']]?: (write: Extract<Write, { kind: K }>) => string } = {
  'institution.put': reference,
  'item.put': reference,
  'person.put': reference,
  'filing.put': reference,
  'qualification.put': reference,
  'chosen.put': reference,
  'place.put': reference,
  'maintenance.put': reference,
  'fault.put': () => FAULTS,
  'fault.drop': () => FAULTS,
  'registration.put': ({ registration }) => keyOf('registration', registration.mdtrt_regno),
  'visit.put': ({ visit }) => keyOf('visit', visit.mdtrt_id),
  'batch.put': ({ batch }) => batchKey(batch),
  'batch.withdraw': batchKey,
  'batch.settle': batchKey,
};

const staleBy = (write: Write): string | undefined =>
  (STALE[write.kind] as ((write: Write) => string) | undefined)?.(write);

/** Kept rows are handed to everybody who asks: nobody may change one. */
const frozen = <V>(value: V): V => {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
};

/** A list may be sorted by whoever asked for it; its rows are the kept ones. */
const handedOut = (known: unknown): unknown => (Array.isArray(known) ? known.slice() : known);

const mayBeKept = (found: unknown): boolean => {
  if (typeof found !== 'object' || found === null) return false;
  return !('lines' in found) || (found as Batch).lines.length <= MOST_LINES;
};

const keep = ({ rows, most }: Shelf, key: string, found: unknown): unknown => {
  if (rows.size >= most) rows.delete(rows.keys().next().value ?? '');
  rows.set(key, frozen(found));
  return handedOut(found);
};

type Lookup = (...keys: string[]) => unknown;

/** A reader in front of the shelves. */
type View = {
  readonly reader: Reader;
  /** What must be read anew: rows, whole shelves. */
  readonly touched: ReadonlySet<string>;
  /** Whether what it reads is put on a shelf. */
  readonly fills: (shelf: Shelf) => boolean;
};

const shelved = (shelf: Shelf, { reader, touched, fills }: View): [string, Lookup][] =>
  shelf.lookups.map((name) => {
    const look = reader[name] as Lookup;
    const lookUp: Lookup = (...keys) => {
      const key = keyOf(name, ...keys);
      if (touched.has(key) || touched.has(shelf.name)) return look(...keys);
      const known = shelf.rows.get(key);
      if (known !== undefined) return handedOut(known);
      const found = look(...keys);
      return fills(shelf) && mayBeKept(found) ? keep(shelf, key, found) : found;
    };
    return [name, lookUp];
  });

/** The reader and the writer of one file, sharing the rows that they keep. */
export const keepingRows = (reader: Reader, writer: Writer): { reader: Reader; writer: Writer } => {
  const shelves = emptyShelves();
  /** By the open transaction; what it undoes stays touched until it ends. */
  const touched = new Set<string>();
  const inFrontOf = (view: View): Reader => ({
    ...view.reader,
    ...(Object.fromEntries(shelves.flatMap((shelf) => shelved(shelf, view))) as Partial<Reader>),
  });
  const forgetTouched = () => {
    for (const { name, rows } of shelves) {
      if (touched.has(name)) rows.clear();
      else touched.forEach((key) => rows.delete(key));
    }
    touched.clear();
  };
  return {
    reader: inFrontOf({ reader, touched: new Set(), fills: () => true }),
    writer: {
      ...writer,
      // A turn that reads a batch settles it: to keep it would be lost labour.
      reader: inFrontOf({ reader: writer.reader, touched, fills: (shelf) => shelf.name === REFERENCE }),
      apply: (writes) => {
        for (const write of writes) {
          const stale = staleBy(write);
          if (stale !== undefined) touched.add(stale);
        }
        writer.apply(writes);
      },
      rollback: () => {
        writer.rollback();
        touched.clear();
      },
      commit: () => {
        const committed = writer.commit();
        forgetTouched();
        return committed;
      },
    },
  };
};
