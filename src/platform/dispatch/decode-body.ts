import { fail, ok, type Result } from '../../kernel/result.ts';
import { decodeText } from '../wire/decode-text.ts';
import { parseJson } from '../wire/parse-json.ts';

export type Body = { readonly bytes: Uint8Array; readonly contentType: string };

/** The message object, or in plain Chinese why there is none. */
export type DecodedBody = Result<Record<string, unknown>, string>;

/**
 * The message object of a body. UTF-8, else GBK (old HIS), whatever the content type says; JSON, or a form whose one
 * field holds the JSON or whose fields are the envelope's. Never throws.
 */
export const decodeBody = (body: Body): DecodedBody => {
  const { text } = decodeText(body.bytes);
  if (text.trim() === '') return fail('报文为空，应为 JSON 对象');
  return (
    asObject(parseJson(text)) ??
    fromForm(text, body.contentType) ??
    fail('不是合法的 JSON 对象，请核对报文格式与编码（UTF-8）')
  );
};

const asObject = (parsed: Result<unknown, string>): Result<Record<string, unknown>, string> | undefined => {
  if (!parsed.ok) return undefined;
  // Some clients put the whole message into one JSON text.
  const value = typeof parsed.value === 'string' ? reparse(parsed.value) : parsed.value;
  return isObject(value) ? ok(value) : undefined;
};

const reparse = (text: string): unknown => {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : undefined;
};

const fromForm = (text: string, contentType: string): Result<Record<string, unknown>, string> | undefined => {
  if (!contentType.includes('form-urlencoded')) return undefined;
  const fields = Object.fromEntries(new URLSearchParams(text));
  if ('infno' in fields) return ok(fields);
  for (const candidate of [...Object.values(fields), ...Object.keys(fields)]) {
    const value = asObject(parseJson(candidate));
    if (value) return value;
  }
  return undefined;
};

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
