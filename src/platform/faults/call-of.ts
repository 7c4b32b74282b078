import { present } from '../../kernel/present.ts';
import type { Instant } from '../../kernel/civil-time.ts';
import type { Call } from '../../kernel/fault/call.ts';
import { asFen } from '../../kernel/money.ts';
import type { Institution } from '../domain/institution.ts';
import type { Message } from '../dispatch/definition.ts';
import type { Reader } from '../store/port.ts';
import { visitState } from './visit-state.ts';

/** A message that faults may strike: its input read, nothing of it handled yet. */
export type Target = {
  readonly message: Message;
  readonly input: unknown;
  /** The input as the sender wrote it: conditions on a field are about that, amounts in 元. */
  readonly rawInput: unknown;
  readonly institution?: Institution;
  readonly seq: number;
  readonly now: Instant;
  readonly header: (name: string) => string | undefined;
};

/** What a fault may know of a message: values as read, amounts in 分. */
export const callOf = (reader: Reader, target: Target): Call => {
  const { message, institution } = target;
  const input = target.input as object;
  const visit = namedIn(input, 'mdtrt_id') ?? namedIn(input, 'mdtrt_regno');
  const amount = namedIn(input, 'medfee_sumamt');
  const about = aboutOf(reader, input, visit, message.insuplc_admdvs);
  return {
    door: message.door,
    infno: message.infno,
    mdtrtarea: message.mdtrtarea_admvs,
    field: (path) => textAt(target.rawInput, path) ?? textAt(input, path),
    key: keyOf(message, visit ?? about.psn_no ?? namedIn(input, 'mdtrt_cert_no')),
    ...about,
    ...(institution && { fixmedins_code: institution.fixmedins_code }),
    ...(amount !== undefined && { amount: asFen(Number(amount)) }),
    ...(visit !== undefined && { state: visitState(reader, visit) }),
  };
};

const keyOf = ({ door, sender, infno, msgid }: Message, about: string | undefined): string =>
  [door, sender, infno, about ?? msgid].join(' ');

type About = Pick<Call, 'psn_no' | 'psn_name' | 'insuplc'>;

/** The person is the one that the message names, else the one of the visit that it names. */
const aboutOf = (reader: Reader, input: object, mdtrt_id: string | undefined, place: string | undefined): About => {
  const visit = mdtrt_id === undefined ? undefined : reader.visit(mdtrt_id);
  const psn_no = namedIn(input, 'psn_no') ?? visit?.visitor.psn_no;
  const named = namedIn(input, 'psn_name') ?? visit?.visitor.psn_name;
  return present({
    psn_no,
    psn_name: named ?? nameOf(reader, psn_no, input),
    insuplc: place === '' ? visit?.insuplc : (place ?? visit?.insuplc),
  });
};

/** A person who has not been named by number yet: by card, identity number or token. */
const nameOf = (reader: Reader, psn_no: string | undefined, input: object): string | undefined => {
  if (psn_no !== undefined) return reader.person(psn_no)?.psn_name;
  const certificate = namedIn(input, 'mdtrt_cert_no');
  if (certificate === undefined) return undefined;
  const found =
    reader.personByCertificate(certificate) ?? reader.personByCard(certificate) ?? reader.personByToken(certificate);
  return found?.psn_name;
};

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

const textAt = (input: unknown, path: string): string | undefined =>
  textOf(
    path
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], input),
  );

/** A field of one of the input's nodes, or of the first row of a list. */
const namedIn = (input: object, name: string): string | undefined => {
  for (const node of Object.values(input as Record<string, unknown>)) {
    const row: unknown = Array.isArray(node) ? node[0] : node;
    const found = typeof row === 'object' && row !== null ? textOf((row as Record<string, unknown>)[name]) : undefined;
    if (found !== undefined && found !== '') return found;
  }
  return undefined;
};
