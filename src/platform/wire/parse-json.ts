import { isUtf8 } from 'node:buffer';
import { isSafeNumber, parse } from 'lossless-json';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** Deeper nesting than this carries no message. */
const DEEPEST = 64;

/** A literal of 16 and more digits, seen from what may stand before a number; inside a text it only costs time. */
const LONG_LITERAL = /(?:^|[:,[\s])-?[\d.]{16,}/;

/** Long integers, and decimals that a double cannot carry, stay text: nothing of them is lost. */
const exactNumber = (literal: string): number | string => {
  const digits = literal.replace('-', '');
  if (/^\d+$/.test(digits)) return digits.length > 15 ? literal : Number(literal);
  return isSafeNumber(literal) ? Number(literal) : literal;
};

const goesDeeper = (item: unknown, depth: number): boolean =>
  typeof item === 'object' && item !== null && !isSound(item, depth + 1);

/** False when the value nests too deep. Drops keys that would reach for a prototype. */
const isSound = (value: object, depth: number): boolean => {
  if (depth > DEEPEST) return false;
  if (Array.isArray(value)) return !value.some((item) => goesDeeper(item, depth));
  const fields = value as Record<string, unknown>;
  for (const key in fields) {
    if (key === '__proto__') Reflect.deleteProperty(fields, key);
    else if (goesDeeper(fields[key], depth)) return false;
  }
  return true;
};

const parseLossless = (text: string): unknown =>
  parse(text, undefined, { parseNumber: exactNumber, onDuplicateKey: ({ newValue }) => newValue });

/** Text without the byte order mark that some clients put in front. */
const decode = (body: Uint8Array | string): string | undefined => {
  if (typeof body !== 'string' && !isUtf8(body)) return undefined;
  const text =
    typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
};

/**
 * Bytes or text → value. Number literals of 16 digits and more become text where a double would change them, so that
 * serial numbers are echoed as sent. The error is a plain Chinese sentence. Never throws.
 */
export const parseJson = (body: Uint8Array | string): Result<unknown, string> => {
  const text = decode(body);
  if (text === undefined) return fail('报文不是 UTF-8 编码');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !isSound(value, 1)) {
      return fail(`报文嵌套超过 ${DEEPEST} 层`);
    }
    if (!LONG_LITERAL.test(text)) return ok(value);
    const exact = parseLossless(text);
    if (typeof exact === 'object' && exact !== null) isSound(exact, 1);
    return ok(exact);
  } catch {
    return fail('报文不是合法的 JSON');
  }
};
