import type { Admdvs } from '../../../../kernel/admdvs.ts';
import { isProvincesOwn } from '../../../domain/own-traffic.ts';
import type { JournalRow, Reader } from '../../../store/port.ts';
import type { Exchange, Origin } from './exchange.ts';
import { nodeOf, textOf } from './fields.ts';
import { isSystemError } from './system-error.ts';

/** The bytes of an answer under the number of its journal row; undefined where they are lost or were never kept. */
export type AnswerOf = (seq: number) => string | undefined;

/**
 * What a province sent to the national node, and what insured places of it were asked, oldest first, with what was
 * answered. Nothing of other provinces is even parsed: a shared workspace may hold a lot of it.
 */
export const evidenceOf = (
  reader: Pick<Reader, 'journalOfDoors' | 'message'>,
  answerOf: AnswerOf,
  province: Admdvs,
): Exchange[] => {
  const above = new Map<string, JournalRow>();
  const insured = `"insuplc":"${province.slice(0, 2)}`;
  return reader.journalOfDoors(['national', 'insured']).flatMap((row) => {
    above.set(`${row.trace} ${row.hop}`, row);
    const relayed = row.input === '' ? relayedFrom(row, above.get(`${row.trace} ${row.hop - 1}`)) : undefined;
    const text = relayed?.input ?? row.input;
    const concerns = row.door === 'insured' ? text.includes(insured) : row.sender === province;
    return concerns ? [exchangeOf(row, text, relayed, reader, answerOf)] : [];
  });
};

/** Transactions whose answers a check looks into; the others' are never read. */
const TELLING = new Set(['1005', '1107', '1203', '1404', '1406', '1803', '1824', '1825', '1840']);

/** A relayed message has the msgid of the one that it passes on; that one's row keeps the input. */
const relayedFrom = (row: JournalRow, above: JournalRow | undefined): JournalRow | undefined =>
  above?.msgid === row.msgid ? above : undefined;

const exchangeOf = (
  row: JournalRow,
  text: string,
  relayed: JournalRow | undefined,
  reader: Pick<Reader, 'message'>,
  answerOf: AnswerOf,
): Exchange => {
  const input = objectOf(row.door === 'insured' ? text : withoutLines(text));
  const origin = originOf(row);
  const isTold = row.infcode === 0 && TELLING.has(row.infno);
  const answer = isTold ? answerTo(row, origin, relayed, reader, answerOf) : undefined;
  const output = objectOf(objectOf(answer)?.['output']);
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

/**
 * Fee lines are most of a claim and its last lists; only benefits look at them, and only of what an insured place was
 * asked. A quoted text cannot hold the mark, its quotes would be escaped.
 */
const withoutLines = (text: string): string => {
  const at = text.indexOf(',"feedetail":[');
  return at === -1 ? text : `${text.slice(0, at)}}`;
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

const originOf = (row: JournalRow): Origin => {
  if (row.via !== undefined) return row.via;
  return isProvincesOwn(row) ? 'own' : 'embedded';
};

/**
 * A province's own system: its bytes. Else what is remembered of a mutation, or the bytes of a query. The embedded
 * place's answer went up as it was, so the one to the message above is the same.
 */
const answerTo = (
  row: JournalRow,
  origin: Origin,
  relayed: JournalRow | undefined,
  reader: Pick<Reader, 'message'>,
  answerOf: AnswerOf,
): string | undefined => {
  if (origin === 'remote') return answerOf(row.seq);
  return remembered(row, reader) ?? answerOf(row.seq) ?? (relayed && answerOf(relayed.seq));
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
