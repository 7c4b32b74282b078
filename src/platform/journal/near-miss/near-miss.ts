import type { Definition } from '../../dispatch/definition.ts';
import type { RefusalName } from '../../domain/refusals.ts';
import { decodeText } from '../../wire/decode-text.ts';
import { loadEnvelope, loadTable } from '../../wire/load-table.ts';
import { parseJson } from '../../wire/parse-json.ts';
import { missing, read } from '../../wire/read.ts';
import type { Violation, ViolationKind } from '../../wire/violation.ts';
import type { JournalRow, Reader } from '../../store/port.ts';
import type { Facts, NearMiss } from './facts.ts';
import { MESSAGE_REFUSALS, type Finder } from './message-refusals.ts';
import { ofViolations } from './of-violations.ts';
import { PERSON_REFUSALS } from './person-refusals.ts';
import { VISIT_REFUSALS } from './visit-refusals.ts';

export type { NearMiss } from './facts.ts';

/**
 * By the name of the refusal: what of the books is near to what came. A refusal that is not here has nothing to add.
 */
const FINDERS: { readonly [N in RefusalName]?: Finder } = {
  ...MESSAGE_REFUSALS,
  ...PERSON_REFUSALS,
  ...VISIT_REFUSALS,
};

/** What a near miss is looked for with. */
export type Asked = {
  readonly reader: Reader;
  readonly row: JournalRow;
  /** The bytes as they came; absent where they are lost. */
  readonly request?: Uint8Array;
  readonly definition?: Definition;
  readonly others: readonly JournalRow[];
};

/**
 * What a refused message nearly was, against the tables and the books as they are now. Needed fields and breaches of
 * the table come where the refusal was about them, then what its name makes of the books.
 */
export const nearMisses = (asked: Asked): NearMiss[] => {
  const { row, definition } = asked;
  const facts = factsOf(asked);
  return [
    ...ofViolations(facts, breachesOf(asked, facts), (code) => exampleOf(definition, code)),
    ...(FINDERS[row.refusal as RefusalName]?.(facts) ?? []),
  ];
};

const factsOf = ({ reader, row, request, definition, others }: Asked): Facts & { readonly raw: unknown } => {
  const { door, infno } = definition?.table ?? row;
  const table = loadTable(door, infno);
  const message = messageOf(request);
  const raw = message['input'] ?? message['Input'] ?? message['INPUT'];
  const input = raw === undefined ? inputOf(row) : table ? read(table, raw).value : {};
  return { reader, row, message, raw, input, others, ...(table && { table }) };
};

/** The breaches that the refusal was about; from the journal alone where the bytes are lost. */
const breachesOf = ({ row, definition }: Asked, facts: Facts & { readonly raw: unknown }): readonly Violation[] => {
  if (row.refusal !== 'fields-missing' && row.refusal !== 'fields-invalid') return [];
  const { table, raw, message, input } = facts;
  if (!table || raw === undefined) return row.violations.map(named);
  const ofInput = read(table, raw).violations;
  if (row.refusal === 'fields-invalid') return [...ofEnvelope(message), ...ofInput];
  const lacking = [...missing(table, input, definition?.needs ?? []), ...lackingNumber(message, definition)];
  return lacking.map((need) => ofInput.find(({ path, kind }) => path === need.path && kind !== 'missing') ?? need);
};

const named = (violation: string): Violation => {
  const [, path = '', kind = ''] = /^(.*):(\w+)$/.exec(violation) ?? [];
  return {
    path,
    name: path.split('.').at(-1) ?? path,
    kind: kind as ViolationKind,
    got: '',
    allowed: '',
    text: violation,
  };
};

const ofEnvelope = (message: Facts['message']): Violation[] =>
  read(loadEnvelope(), { ...message, input: {} }).violations.map((violation) => ({
    ...violation,
    path: violation.path.replace(/^input\./, ''),
  }));

/** A change without a msgid could be neither repeated nor reversed. */
const lackingNumber = (message: Facts['message'], definition: Definition | undefined): Violation[] =>
  definition?.kind === 'mutation'
    ? ofEnvelope(message).filter(({ path, kind }) => path === 'msgid' && kind === 'missing')
    : [];

/** The object that came; empty for what is none. */
const messageOf = (request: Uint8Array | undefined): Readonly<Record<string, unknown>> => {
  const parsed = parseJson(request ? decodeText(request).text : '');
  return parsed.ok && typeof parsed.value === 'object' && parsed.value !== null
    ? (parsed.value as Readonly<Record<string, unknown>>)
    : {};
};

const inputOf = ({ input }: JournalRow): Facts['input'] => (input === '' ? {} : (JSON.parse(input) as Facts['input']));

/** What a field says in the examples of its transaction. */
const exampleOf = (definition: Definition | undefined, code: string): string | undefined => {
  for (const { input } of definition?.examples ?? []) {
    const found = valueIn(input, code);
    if (found !== undefined) return found;
  }
  return undefined;
};

const valueIn = (value: unknown, code: string): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (key === code && (typeof inner === 'string' || typeof inner === 'number')) return String(inner);
    const deeper = valueIn(inner, code);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
};
