import { createHash } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import type { JournalHash } from '../../port/journal-index.ts';
import type { Answered, Kept } from './answer-bytes.ts';

type Row = Answered & {
  readonly hop: number;
  readonly at: number;
  readonly input: string;
  readonly refusal: string | null;
  readonly violations: string;
  readonly writes: string;
  readonly faults: string | null;
};

const CHUNK = 200;

/**
 * One number for all that happened: the same conversation on the same seed, under a clock that stands or steps, comes
 * to the same one on every machine. Covered: number (from the first row on), door, transaction, hop, decoded input,
 * answer, refusal, violations, writes, faults with their draws, virtual time. Not: headers, addresses, the machine's
 * time. Yields after every chunk.
 */
export const hashJournal = async (
  connection: Sqlite.Database,
  kept: (row: Answered) => Kept,
  breath: () => Promise<void>,
): Promise<JournalHash> => {
  const next = connection.prepare<[number, number], Row>(
    `SELECT seq, door, sender, infno, msgid, infcode, hop, at, input, refusal, violations, writes, faults
     FROM book.journal WHERE seq > ? ORDER BY seq LIMIT ?`,
  );
  const hash = createHash('sha256');
  let first: number | undefined;
  let rows = 0;
  let withoutAnswer = 0;
  for (let last = 0, chunk = next.all(0, CHUNK); chunk.length > 0; chunk = next.all(last, CHUNK)) {
    for (const row of chunk) {
      first ??= row.seq;
      const { answer } = kept(row);
      if (!answer) withoutAnswer += 1;
      hash
        .update(covered(row, first))
        .update('\n')
        .update(answer ?? '')
        .update('\n');
      last = row.seq;
    }
    rows += chunk.length;
    await breath();
  }
  return { hash: hash.digest('hex'), rows, withoutAnswer };
};

const covered = (
  { seq, door, infno, hop, input, refusal, violations, writes, faults, at }: Row,
  first: number,
): string =>
  JSON.stringify([
    seq - first,
    door,
    infno,
    hop,
    input,
    refusal,
    violations,
    writes,
    at,
    ...(faults === null ? [] : [faults]),
  ]);
