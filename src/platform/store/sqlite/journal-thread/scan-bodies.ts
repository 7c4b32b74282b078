import { isUtf8 } from 'node:buffer';
import type Sqlite from 'better-sqlite3';
import iconv from 'iconv-lite';
import type { BodyHit } from '../../port/journal-index.ts';

type Row = {
  readonly ordinal: number;
  readonly generation: number;
  readonly seq: number;
  readonly direction: 'in' | 'out';
  readonly bytes: Buffer;
};

/** What one step of a search found, and where the next begins; no `next` at the end. */
export type BodySlice = { readonly hits: readonly BodyHit[]; readonly next?: number; readonly scanned: number };

/** Bodies, and bytes, that one step looks through: some ten milliseconds. */
const BODIES = 500;
const BYTES = 8 * 1_048_576;

const AROUND = 40;

/**
 * The text as bodies may spell it: UTF-8, GBK, and JSON's escapes, which some clients write for every Han character.
 */
export const spellings = (text: string): readonly Buffer[] => {
  const escaped = (hex: (code: string) => string) =>
    text.replace(/[^\0-\x7f]/g, (unit) => `\\u${hex(unit.charCodeAt(0).toString(16).padStart(4, '0'))}`);
  const texts = [text, escaped((code) => code), escaped((code) => code.toUpperCase())];
  const all = [...texts.map((one) => Buffer.from(one)), iconv.encode(text, 'gbk')];
  return all.filter((bytes, index) => all.findIndex((other) => other.equals(bytes)) === index);
};

/** Looks through the bodies after a place in the order of their coming. */
export const scanBodies = (
  connection: Sqlite.Database,
  generationOf: (seq: number) => number,
  text: string,
  after: number,
): BodySlice => {
  const rows = connection
    .prepare<[number], Row>(
      'SELECT ordinal, generation, seq, direction, bytes FROM body WHERE ordinal > ? ORDER BY ordinal',
    )
    .iterate(after);
  const wanted = spellings(text);
  const hits: BodyHit[] = [];
  let scanned = 0;
  let passed = 0;
  let size = 0;
  for (const row of rows) {
    // Bodies of rows that a reset has taken away stay in the file: they belong to no row any more.
    const isOurs = generationOf(row.seq) === row.generation;
    const isHit = isOurs && wanted.some((spelling) => row.bytes.includes(spelling));
    const hit = isHit ? hitOf(row, text, wanted) : undefined;
    if (hit) hits.push(hit);
    if (isOurs) scanned += 1;
    passed += 1;
    size += row.bytes.length;
    if (passed >= BODIES || size >= BYTES) return { hits, next: row.ordinal, scanned };
  }
  return { hits, scanned };
};

/** Bytes of GBK can meet by chance across two characters: the decoded text decides. */
const hitOf = (row: Row, text: string, wanted: readonly Buffer[]): BodyHit | undefined => {
  const encoding = isUtf8(row.bytes) ? 'utf-8' : 'gbk';
  const decoded = new TextDecoder(encoding).decode(row.bytes);
  const at = [text, ...wanted.map(String)].map((spelling) => decoded.indexOf(spelling)).find((found) => found >= 0);
  if (at === undefined) return undefined;
  const excerpt = decoded.slice(Math.max(0, at - AROUND), at + text.length + AROUND);
  return { seq: row.seq, direction: row.direction, encoding, size: row.bytes.length, excerpt };
};
