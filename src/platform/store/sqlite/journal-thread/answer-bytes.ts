import type Sqlite from 'better-sqlite3';

/** What a look-up of an answer goes by. */
export type Answered = {
  readonly seq: number;
  readonly door: string;
  readonly sender: string;
  readonly infno: string;
  readonly msgid: string;
  readonly infcode: number;
};

/** What is kept of an exchange's bytes. */
export type Kept = { readonly request?: Buffer; readonly contentType?: string; readonly answer?: Buffer };

type BodyRow = { readonly direction: 'in' | 'out'; readonly content_type: string; readonly bytes: Buffer };

/**
 * The bytes of rows: as they went over the wire where bodies are kept, else the answer that is remembered for a
 * repetition (committed changes have one, inner hops too).
 */
export const openKept = (
  book: Sqlite.Database,
  bodies: Sqlite.Database | undefined,
  generationOf: (seq: number) => number,
): ((row: Answered) => Kept) => {
  const remembered = book
    .prepare<string[], string>(
      `SELECT answer FROM book.message
       WHERE door = ? AND sender = ? AND infno = ? AND msgid = ? AND state <> 'refused-in-advance'`,
    )
    .pluck();
  const kept = bodies?.prepare<[number, number], BodyRow>(
    'SELECT direction, content_type, bytes FROM body WHERE seq = ? AND generation = ? ORDER BY ordinal',
  );
  return ({ seq, door, sender, infno, msgid, infcode }) => {
    const rows = kept?.all(seq, generationOf(seq)) ?? [];
    const came = rows.find(({ direction }) => direction === 'in');
    const went = rows.find(({ direction }) => direction === 'out')?.bytes;
    const answer = went ?? (infcode === 0 ? bytesOf(remembered.get(door, sender, infno, msgid)) : undefined);
    return {
      ...(came && { request: came.bytes, contentType: came.content_type }),
      ...(answer && { answer }),
    };
  };
};

const bytesOf = (text: string | undefined): Buffer | undefined => (text === undefined ? undefined : Buffer.from(text));
