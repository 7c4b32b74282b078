import type { Instant } from '../../../kernel/civil-time.ts';
import type { Body, BodyState, BodyStore } from './body-store.ts';
import { maskBytes } from './mask-bytes.ts';

/** Both sides of an exchange, fresh from the wire. */
export type Exchanged = {
  readonly seq: number;
  readonly at: Instant;
  readonly request: Uint8Array;
  readonly contentType: string;
  readonly answer: string | Uint8Array;
};

/** Keeps bodies beside the book without delaying an answer. What waits when the process dies is lost: `body lost`. */
export type BodyLog = {
  /** Takes both sides of an exchange; they are masked and written a moment later, together with others. */
  readonly keep: (exchanged: Exchanged) => void;
  /** The bodies of an exchange, those that still wait included. Undefined: never kept, or lost. */
  readonly find: (seq: number) => { readonly request: Uint8Array; readonly answer: Uint8Array } | undefined;
  /** Writes what waits, so that whoever reads the file finds it. */
  readonly flush: () => void;
  readonly state: () => BodyState;
  /** Writes what waits, and closes the store. */
  readonly close: () => void;
  /** The same, where the next generation opens the store at once. */
  readonly handOver: () => void;
};

/** How long the first of a batch waits, in milliseconds of the machine. */
const PAUSE = 20;
/** Bytes that may wait. Under a flood the oldest give way: memory is worth more than a record. */
const MOST_WAITING = 128 * 1_048_576;

/** How a log is opened. */
export type BodyLogParts = {
  readonly open: () => BodyStore;
  /** Bytes that may be kept; the oldest bodies give way. */
  readonly limit: () => number;
  readonly onLoss: (problem: unknown) => void;
  /** The generation in which an exchange was written, where a snapshot brought it along. */
  readonly writtenIn?: (seq: number) => number | undefined;
};

/** The store is opened at the first write or look-up: a workspace that nobody uses has no file for it. */
export const bodyLog = ({ open, limit, onLoss, writtenIn = () => undefined }: BodyLogParts): BodyLog => {
  let store: BodyStore | undefined;
  let waiting: Exchanged[] = [];
  let waitingBytes = 0;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const opened = (): BodyStore => (store ??= open());

  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    waitingBytes = 0;
    if (batch.length === 0 && store === undefined) return;
    try {
      batch.flatMap(masked).forEach(opened().append);
      opened().flush();
      // Some at a time: what is still too much goes with the next batch, or a moment later.
      if (opened().trim(limit()) && !isClosed) timer ??= setTimeout(write, PAUSE);
    } catch (problem) {
      onLoss(problem);
    }
  };

  const end = (): void => {
    isClosed = true;
    write();
    clearTimeout(timer);
  };

  return {
    keep: (exchanged) => {
      if (isClosed) return;
      waiting.push(exchanged);
      waitingBytes += sizeOf(exchanged);
      while (waitingBytes > MOST_WAITING && waiting.length > 1) waitingBytes -= sizeOf(waiting.shift());
      timer ??= setTimeout(write, PAUSE);
    },
    find: (seq) => {
      write();
      const bodies = opened().read(seq, writtenIn(seq));
      const [request, answer] = [bodies.find(came), bodies.find(went)];
      return request && answer && { request: request.bytes, answer: answer.bytes };
    },
    flush: write,
    state: () => opened().state(),
    close: () => {
      end();
      store?.close();
    },
    handOver: () => {
      end();
      store?.handOver();
    },
  };
};

const came = ({ direction }: Body): boolean => direction === 'in';
const went = ({ direction }: Body): boolean => direction === 'out';

const masked = ({ seq, at, request, contentType, answer }: Exchanged): Body[] => [
  { seq, at, direction: 'in', content_type: contentType, bytes: maskBytes(request) },
  { seq, at, direction: 'out', content_type: 'application/json', bytes: maskBytes(bytesOf(answer)) },
];

const bytesOf = (side: string | Uint8Array): Uint8Array => (typeof side === 'string' ? Buffer.from(side) : side);

const sizeOf = (row: Exchanged | undefined): number => (row ? row.request.length + row.answer.length : 0);
