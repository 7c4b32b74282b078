import { loadEnvelope } from '../wire/load-table.ts';
import { parseJson } from '../wire/parse-json.ts';
import { read } from '../wire/read.ts';
import { isObject } from './decode-body.ts';
import type { Door, Message } from './definition.ts';

/** The envelope 报文头 as its table reads it; what is unset is absent. */
export type Envelope = {
  readonly infno?: string;
  readonly msgid?: string;
  readonly mdtrtarea_admvs?: string;
  readonly insuplc_admdvs?: string;
  readonly opter_type?: string;
  readonly opter?: string;
  readonly opter_name?: string;
  readonly fixmedins_code?: string;
  readonly sign_no?: string;
};

/** The envelope with its breaches of the document, and the raw `input`, which some clients send as JSON text. */
export type ReadEnvelope = {
  readonly envelope: Envelope;
  readonly violations: readonly string[];
  /** The same as sentences. */
  readonly breaches: readonly string[];
  readonly rawInput: unknown;
};

export const readEnvelope = (body: Readonly<Record<string, unknown>>): ReadEnvelope => {
  const raw = body['input'] ?? body['Input'] ?? body['INPUT'];
  const { value, violations } = read(loadEnvelope(), { ...body, input: raw === undefined ? undefined : {} });
  return {
    envelope: value,
    violations: violations.map(({ path, kind }) => `${path.replace(/^input\./, '')}:${kind}`),
    breaches: violations.map(({ text }) => text.replace('（input.', '（')),
    rawInput: typeof raw === 'string' ? fromText(raw) : raw,
  };
};

const fromText = (text: string): unknown => {
  const parsed = parseJson(text);
  return parsed.ok && isObject(parsed.value) ? parsed.value : text;
};

/** The message key and routing of an envelope. Without a msgid a query is known by the exchange's own number. */
export const messageOf = (door: Door, infno: string, envelope: Envelope, seq: number): Message => {
  const { fixmedins_code, mdtrtarea_admvs, msgid, insuplc_admdvs, opter_type, opter, opter_name, sign_no } = envelope;
  return {
    door,
    infno,
    sender: fixmedins_code ?? '',
    msgid: msgid ?? `kuasheng-${seq}`,
    mdtrtarea_admvs: mdtrtarea_admvs ?? '',
    ...(insuplc_admdvs !== undefined && { insuplc_admdvs }),
    ...(opter_type !== undefined && { opter_type }),
    ...(opter !== undefined && { opter }),
    ...(opter_name !== undefined && { opter_name }),
    ...(sign_no !== undefined && { sign_no }),
  };
};
