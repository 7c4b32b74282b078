import { textAt } from './values.ts';
import type { Message } from './message.ts';
import type { Window } from './window.ts';

/**
 * What came of sending a message. done: carried out. refused: the platform says no. unknown: nobody can say whether it
 * was carried out — nothing came, or nothing that can be believed.
 */
export type Answer =
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'refused'; readonly text: string; readonly meaning: Meaning }
  | { readonly kind: 'unknown'; readonly why: string; readonly setl_id?: string };

/** Of a refusal. busy: not looked at, may be sent again later; sign-in: not looked at, sign in first. */
export type Meaning = 'no' | 'busy' | 'sign-in' | 'unknown';

/** Refusals have no codes, only texts: the first that fits counts. */
const MEANINGS: readonly (readonly [RegExp, Meaning])[] = [
  [/未知/, 'unknown'],
  [/签到/, 'sign-in'],
  [/繁忙|稍后|停机|频繁|数据库异常|不完整|重发/, 'busy'],
];

/** Why an answer of success cannot be believed; undefined: it can. */
export type Doubt = (output: unknown) => string | undefined;

/** Sends a message once. Never throws. */
export const ask = async (window: Window, message: Message, doubt: Doubt = () => undefined): Promise<Answer> => {
  const sent = await post(window, message);
  if (!('text' in sent)) return { kind: 'unknown', why: sent.why };
  const envelope = parsed(sent.text);
  const infcode = textAt(envelope, 'infcode');
  // A page of a gateway, half an answer, bytes of another charset: anything may have happened behind it.
  if (sent.status !== 200 || infcode === '') return { kind: 'unknown', why: `HTTP ${sent.status}，不是报文` };
  if (!/^\d{30}$/.test(textAt(envelope, 'inf_refmsgid'))) return { kind: 'unknown', why: '接收方报文ID 不对' };
  if (infcode !== '0') return refusal(textAt(envelope, 'err_msg'));
  const { output } = envelope as { output?: unknown };
  const why = doubt(output);
  if (why === undefined) return { kind: 'done', output };
  return { kind: 'unknown', why, setl_id: textAt(output, 'setlinfo.setl_id') };
};

const refusal = (text: string): Answer => ({
  kind: 'refused',
  text,
  meaning: MEANINGS.find(([words]) => words.test(text))?.[1] ?? 'no',
});

type Sent = { readonly status: number; readonly text: string } | { readonly why: string };

const post = async ({ doors, timeoutMs }: Window, { infno, body }: Message): Promise<Sent> => {
  try {
    const response = await fetch(`${doors}/fsi/api/${infno}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      // For the whole answer: one that drips in must not hold the window for ever.
      signal: AbortSignal.timeout(timeoutMs),
    });
    const bytes = await response.arrayBuffer();
    return { status: response.status, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
