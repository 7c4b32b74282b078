import type { JournalRow, Reader } from '../../../store/port.ts';
import type { Exchange, Origin } from './exchange.ts';
import { nodeOf, textOf } from './fields.ts';
import { isSystemError } from './system-error.ts';

/** The bytes of an answer under the number of its journal row; undefined where they are lost or were never kept. */
export type AnswerOf = (seq: number) => string | undefined;

/**
 * Everything that came to the national node and to insured places, oldest first, with what was asked and what was
 * answered.
 */
export const evidenceOf = (reader: Pick<Reader, 'journalOfDoors' | 'message'>, answerOf: AnswerOf): Exchange[] => {
  const above = new Map<string, Exchange>();
  return reader.journalOfDoors(['national', 'insured']).map((row) => {
    const exchange = exchangeOf(row, above.get(`${row.trace} ${row.hop - 1}`), reader, answerOf);
    above.set(`${row.trace} ${row.hop}`, exchange);
    return exchange;
  });
};

const exchangeOf = (
  row: JournalRow,
  above: Exchange | undefined,
  reader: Pick<Reader, 'message'>,
  answerOf: AnswerOf,
): Exchange => {
  const relayed = above?.msgid === row.msgid ? above : undefined;
  const input = row.input === '' ? relayed?.input : objectOf(row.input);
  const origin = originOf(row);
  const output = row.infcode === 0 ? outputOf(row, relayed, origin, reader, answerOf) : undefined;
  const { seq, trace, hop, infno, msgid, sender, at, violations, repeated } = row;
  return {
    seq, trace, hop, infno, msgid, province: sender, origin, at, violations, repeated,
    door: row.door === 'insured' ? 'insured' : 'national',
    ...outcomeOf(row),
    ...placesOf(input),
    ...(input && { input }),
    ...(output && { output }),
  }; // prettier-ignore
};

const outcomeOf = ({ infcode, refusal, err_msg }: JournalRow) => ({
  ok: infcode === 0,
  ...(refusal !== undefined && { refusal }),
  ...(err_msg !== undefined && { text: err_msg }),
  systemError: isSystemError(refusal),
});

/** A list of rows names its places row by row. */
const placesOf = (input: Exchange['input']) => {
  const data = nodeOf(input, 'data');
  return { mdtrtarea: textOf(data, 'mdtrtarea') ?? '', insuplc: textOf(data, 'insuplc') ?? '' };
};

const originOf = ({ door, hop, via }: JournalRow): Origin => {
  if (via === 'remote') return 'remote';
  if (via === 'self') return 'self';
  return door === 'national' && hop === 0 ? 'own' : 'embedded';
};

/**
 * Bytes of the exchange itself; else what is remembered of a mutation. The embedded place's answer went up as it was,
 * so that of the hop above is it.
 */
const outputOf = (
  row: JournalRow,
  relayed: Exchange | undefined,
  origin: Origin,
  reader: Pick<Reader, 'message'>,
  answerOf: AnswerOf,
): Exchange['output'] => {
  if (origin !== 'remote' && relayed?.output) return relayed.output;
  const text = origin === 'remote' ? answerOf(row.seq) : (remembered(row, reader) ?? answerOf(row.seq));
  return text === undefined ? undefined : objectOf(objectOf(text)?.['output']);
};

const remembered = ({ door, sender, infno, msgid }: JournalRow, reader: Pick<Reader, 'message'>) => {
  const answer = reader.message({ door, sender, infno, msgid })?.answer;
  return answer === '' ? undefined : answer;
};

const objectOf = (value: unknown): Readonly<Record<string, unknown>> | undefined => {
  const parsed: unknown = typeof value === 'string' ? parsedJson(value) : value;
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
    ? (parsed as Record<string, unknown>)
    : undefined;
};

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
