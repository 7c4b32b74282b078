import { inWords, RETURN_CODES, type Failure } from '../codes/return-codes.ts';
import { garbled } from '../faults/garble.ts';
import { PROTOCOL_VERSION, type Reply } from '../protocol/messages.ts';
import { COURSES } from './courses.ts';
import type { Device, Running } from './device.ts';
import type { CommandInput } from './input.ts';
import { outcome, tell, type Outcome } from './outcome.ts';

/** What a command came to. */
export type Result =
  | { readonly ok: true; readonly data: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly failure: Failure; readonly triesLeft?: number; readonly holder?: string };

export const failed = (failure: Failure, more: { triesLeft?: number; holder?: string } = {}): Result => ({
  ok: false,
  failure,
  ...more,
});

type Asked = Pick<CommandInput, 'id' | 'client'>;

/** The message that answers a command. */
export const replyOf = (device: Device, { id }: Asked, result: Result): Reply => {
  const head = { v: PROTOCOL_VERSION, type: 'reply', id, device: device.id } as const;
  if (result.ok) return { ...head, ok: true, data: result.data };
  const { failure, triesLeft, holder } = result;
  return {
    ...head,
    ok: false,
    code: RETURN_CODES[failure].code,
    error: failure,
    message: holder === undefined ? inWords(failure) : `${RETURN_CODES[failure].meaning}：${holder}`,
    ...(holder !== undefined && { holder }),
    ...(triesLeft !== undefined && { triesLeft }),
  };
};

/** Answers a command that needs no course. */
export const answerAtOnce = (device: Device, asked: Asked, result: Result): Outcome =>
  outcome(device, { do: 'reply', client: asked.client, reply: replyOf(device, asked, result) });

/** Ends the command that is running: its reply, its event, and what a fault does to either. */
export const finish = (device: Device, running: Running, result: Result): Outcome => {
  const { running: _over, ...idle } = device;
  const events = COURSES[running.command]?.reads
    ? [result.ok ? tell('read-finished', {}) : tell('read-failed', { error: result.failure })]
    : [];
  const { strike, client, run } = running;
  const plain = replyOf(device, running, result);
  const reply = strike?.kind === 'gbk-garbled' ? garbled(plain) : plain;
  if (strike?.kind !== 'late-answer') return outcome(idle, { do: 'reply', client, reply }, ...events);
  const owed = { run, client, reply, isOverdue: false };
  const deliver = { do: 'later', ms: strike.ms, input: { type: 'deliver', run } } as const;
  return outcome({ ...idle, owed: [...device.owed, owed] }, deliver, ...events);
};
