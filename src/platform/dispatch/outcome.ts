import type { Instant } from '../../kernel/civil-time.ts';
import type { After } from '../../kernel/fault/effect.ts';
import { maskRealNumbers } from '../../kernel/identity-number.ts';
import { refuse, type Refusal } from '../domain/refusals.ts';
import type { JournalRow } from '../store/port.ts';
import type { Download, Message } from './definition.ts';
import { errorText, renderRefusal } from './render.ts';
import { traceId, type World } from './world.ts';

/** An envelope, or a file in its place. */
export type Answered = {
  readonly kind: 'answered';
  readonly bytes: string;
  readonly seq: number;
  readonly violations: readonly string[];
  /** Whether something could have changed: then it matters whether the answer left. */
  readonly mutates?: boolean;
  /** What faults do to the answer on its way out; waiting is over. */
  readonly after?: readonly After[];
  /** Leaves instead of the bytes. */
  readonly file?: Download;
};

/** What a door sends back. */
export type Outcome =
  | Answered
  /** The gateway's own refusal, no envelope: HTTP 401. */
  | { readonly kind: 'gateway'; readonly body: string }
  /** HTTP 413: larger than this transaction may be. */
  | { readonly kind: 'too-large'; readonly limit: number };

/** A message as far as it could be read. */
export type Opened = {
  readonly message: Message;
  readonly seq: number;
  readonly now: Instant;
  readonly violations: readonly string[];
  /** The violations of the envelope as sentences. */
  readonly breaches: readonly string[];
  readonly rawInput: unknown;
  readonly hasMessageId: boolean;
  readonly via?: 'self';
  readonly faults?: JournalRow['faults'];
  /** Why nothing more can be read of it. */
  readonly stop?: Refusal;
};

/** Answers a message that never reached its transaction, and keeps its journal row. */
export const refused = (world: World, opened: Opened, refusal: Refusal): Outcome => {
  const { message, seq, now, violations, via, faults } = opened;
  const { door, sender, infno, msgid } = message;
  world.journalLater({
    seq, trace: traceId(seq), hop: 0, door, sender, infno, msgid, at: now, infcode: -1,
    err_msg: maskRealNumbers(errorText(refusal)), refusal: refusal.refused, input: '', violations, writes: [],
    repeated: false, ...(via && { via }), ...(faults && { faults }),
  }); // prettier-ignore
  return {
    kind: 'answered',
    bytes: renderRefusal({ message, now, seq }, refusal),
    seq,
    violations,
  };
};

/** A defect of ours: told with its trace id, never with a stack. */
export const platformError = (world: World, opened: Opened, defect: unknown): Outcome => {
  world.onDefect(defect, traceId(opened.seq));
  return refused(world, opened, refuse({ role: 'sandbox' }, 'platform-error', traceId(opened.seq)));
};
