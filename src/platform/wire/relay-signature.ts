import { createHmac } from 'node:crypto';
import { sameText } from './same-text.ts';

/** Headers with which the national node signs what it relays; the real node's way is not public (sandbox). */
export const TIMESTAMP_HEADER = 'x-kuasheng-timestamp';
export const SIGNATURE_HEADER = 'x-kuasheng-signature';

/** Lower-case hex of HMAC-SHA256(key, timestamp + body); the timestamp is milliseconds since 1970, wall time. */
export const relaySignature = (key: string, timestamp: string, body: Uint8Array): string =>
  createHmac('sha256', key).update(timestamp).update(body).digest('hex');

/**
 * Whether a message was signed with that key. How old it is does not count: the same msgid again has no second effect.
 */
export const isSignedWith = (key: string, header: (name: string) => string | undefined, body: Uint8Array): boolean => {
  const given = header(SIGNATURE_HEADER)?.toLowerCase() ?? '';
  return sameText(given, relaySignature(key, header(TIMESTAMP_HEADER) ?? '', body));
};
