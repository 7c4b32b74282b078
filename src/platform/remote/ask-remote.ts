import type { Clock } from '../../kernel/ports.ts';
import type { AskRemote, Returned } from '../dispatch/insured-place.ts';
import { relaySignature, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '../wire/relay-signature.ts';
import { post } from './post.ts';
import { readAnswer } from './read-answer.ts';
import { relayedMessage } from './relayed-message.ts';

/** Bytes of an answer that are read at most. */
const MEBIBYTE = 1_048_576;

/** How long after its time an answer is still listened for, in milliseconds of the machine. */
const LATE = 120_000;

/**
 * Relays messages to provinces' own systems over HTTP. `wall` is the machine's clock, which the signature tells;
 * `ended` fires when the workspace closes: then nobody listens any more.
 */
export const askRemote =
  (wall: Pick<Clock, 'now'>, ended: AbortSignal): AskRemote =>
  async (remote, question, now): Promise<Returned> => {
    const request = new TextEncoder().encode(relayedMessage(question, now));
    const posted = await post({
      url: `${remote.url.replace(/\/+$/, '')}/${question.infno}`,
      headers: { 'content-type': 'application/json;charset=UTF-8', ...signed(remote.key, wall, request) },
      body: request,
      limit: MEBIBYTE,
      signal: AbortSignal.any([ended, AbortSignal.timeout(remote.timeoutMs + LATE)]),
    });
    if ('unreached' in posted) return { said: posted };
    return { ...readAnswer(question, posted), bytes: { request, answer: posted.bytes } };
  };

const signed = (key: string | undefined, wall: Pick<Clock, 'now'>, body: Uint8Array): Record<string, string> => {
  if (key === undefined) return {};
  const timestamp = String(wall.now());
  return { [TIMESTAMP_HEADER]: timestamp, [SIGNATURE_HEADER]: relaySignature(key, timestamp, body) };
};
