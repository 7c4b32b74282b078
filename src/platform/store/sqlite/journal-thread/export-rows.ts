import type Sqlite from 'better-sqlite3';
import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import type { ExportSlice } from '../../port/journal-index.ts';
import type { Answered, Kept } from './answer-bytes.ts';

type Row = Answered & {
  readonly trace: string;
  readonly hop: number;
  readonly at: number;
  readonly err_msg: string | null;
  readonly refusal: string | null;
  readonly mdtrt_id: string | null;
  readonly setl_id: string | null;
  readonly psn_no: string | null;
  readonly input: string;
  readonly violations: string;
  readonly writes: string;
  readonly repeated: number;
  readonly via: string | null;
  readonly faults: string | null;
};

/**
 * The rows of these numbers as lines of JSON, each with its answer; `bodies` adds the bytes of both sides as base64.
 */
export const exportRows = (
  connection: Sqlite.Database,
  kept: (row: Answered) => Kept,
  seqs: readonly number[],
  bodies: boolean,
): ExportSlice => {
  const rowOf = connection.prepare<[number], Row>('SELECT * FROM book.journal WHERE seq = ?');
  const steps = connection
    .prepare<[string], string>(
      "SELECT body ->> '$.explanation' FROM book.settlement WHERE book = 'insured' AND setl_id = ?",
    )
    .pluck();
  const rows = seqs.flatMap((seq) => rowOf.get(seq) ?? []);
  const lines = rows.map((row) => `${JSON.stringify(lineOf(row, kept(row), bodies, (id) => steps.get(id)))}\n`);
  return { lines: lines.join(''), rows: rows.length, last: seqs.at(-1) ?? 0 };
};

/** How a settlement was reckoned goes with the message that made it: whoever replays it can say what has changed. */
const lineOf = (
  row: Row,
  { request, contentType, answer }: Kept,
  bodies: boolean,
  steps: (id: string) => string | undefined,
) => {
  const { at, input, violations, writes, repeated, faults, ...columns } = row;
  const plain = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null));
  const made = row.hop === 0 && row.setl_id !== null && writes.includes('settlement.add');
  const explanation = made ? steps(row.setl_id ?? '') : undefined;
  return {
    ...plain,
    time: dateTimeOf(at),
    at,
    repeated: repeated === 1,
    violations: JSON.parse(violations) as unknown,
    writes: JSON.parse(writes) as unknown,
    ...(faults !== null && { faults: JSON.parse(faults) as unknown }),
    input: jsonOf(input),
    answer: jsonOf(answer?.toString('utf8')),
    ...(explanation !== undefined && { explanation: JSON.parse(explanation) as unknown }),
    ...(bodies && { contentType, request: request?.toString('base64'), answerBytes: answer?.toString('base64') }),
  };
};

/** Null where nothing was kept; text where it is no JSON. */
const jsonOf = (text: string | undefined): unknown => {
  if (text === undefined || text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
