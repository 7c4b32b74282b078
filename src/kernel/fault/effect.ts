import type { Fen } from '../money.ts';

/** How a connection ends: closed in order, reset, or open and silent until the client gives up. */
export type Ending = 'fin' | 'rst' | 'hold';

export const ENDINGS: readonly Ending[] = ['fin', 'rst', 'hold'];

/** A whole HTTP answer that is no envelope. */
export type PlainHttp = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What the insured place does to a message that the national node sends it. */
export type PlaceFault = {
  /** A text: it refuses at once. Absent: it handles the message. */
  readonly refuses?: string;
  /** Held back so long before it is handled, in milliseconds of the machine. */
  readonly beforeMs?: number;
  /** So long between handling and answer. */
  readonly afterMs?: number;
  /** The message is lost on its way there. */
  readonly lost?: boolean;
  /** It is handled, the answer never comes. */
  readonly silent?: boolean;
  /** It says yes and has written nothing. */
  readonly forgets?: boolean;
  /** How long the national node waits. */
  readonly timeoutMs: number;
};

/** What happens before a message is handled. Times are milliseconds of the machine. */
export type Before =
  | { readonly do: 'wait'; readonly ms: number }
  /** Answered in an envelope and not handled. */
  | { readonly do: 'refuse'; readonly by: 'treatment' | 'national' | 'insured' | 'sandbox'; readonly text: string }
  | { readonly do: 'answer'; readonly http: PlainHttp }
  | { readonly do: 'lose'; readonly how: Ending; readonly ms: number }
  /** Another hospital takes so much of the personal account 个人账户 first. */
  | { readonly do: 'spend-account'; readonly amount: Fen }
  /** A copy is handled first: the very same message, or the same business under another msgid. */
  | { readonly do: 'copy'; readonly msgid: 'same' | 'other' }
  | { readonly do: 'place'; readonly place: PlaceFault };

/** What a change does to one value of the answer. */
export type Alteration =
  | { readonly path: string; readonly set: string | null }
  | { readonly path: string; readonly addFen: Fen }
  /** A time of the envelope, yyyyMMddHHmmssSSS. */
  | { readonly path: string; readonly shiftSeconds: number }
  /** The number with its point moved, its sign turned, or as it is not printed. */
  | { readonly path: string; readonly form: 'scaled' | 'negative' | 'exponent' | 'bare' | 'text' }
  | { readonly path: string; readonly add: Readonly<Record<string, string>> }
  | { readonly path: string; readonly rows: number };

/** How an answer is spelt wrongly. */
export type Spelling =
  | 'gbk'
  | 'bom'
  | 'utf-16'
  | 'nul'
  | 'full-width'
  | 'no-brace'
  | 'trailing-comma'
  | 'nan'
  | 'single-quotes'
  | 'four-byte';

/** What happens to the answer, in this order: to the envelope, then to its bytes, then on the wire. */
export type After =
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'alter'; readonly change: Alteration }
  | { readonly do: 'spell'; readonly as: Spelling }
  /** Another HTTP answer leaves instead. */
  | { readonly do: 'answer'; readonly http: PlainHttp }
  | Wire;

/** What happens on the wire; only a real connection can show it. */
export type Wire =
  | { readonly do: 'type'; readonly type: string }
  | { readonly do: 'lose'; readonly how: Ending; readonly ms: number }
  /** This part of the body, 0 to 1, then the end. chunked: without a length. */
  | { readonly do: 'cut'; readonly at: number; readonly chunked: boolean; readonly how: Ending }
  | { readonly do: 'drip'; readonly bytes: number; readonly gapMs: number }
  | { readonly do: 'twice' }
  /** The connection ends when the answer has left, though the client may use it again. */
  | { readonly do: 'close-after'; readonly ms: number; readonly how: Ending }
  /** Kept and sent as the answer to the sender's next message. */
  | { readonly do: 'stash' }
  /** Leaves when the sender's next message is answered, at the latest after this time. */
  | { readonly do: 'after-next'; readonly mostMs: number };

/** All that a fault does to one call. */
export type Effects = { readonly before: readonly Before[]; readonly after: readonly After[] };
