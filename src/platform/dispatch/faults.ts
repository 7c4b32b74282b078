import type { Instant } from '../../kernel/civil-time.ts';
import type { Effects } from '../../kernel/fault/effect.ts';
import type { Fired } from '../domain/firing.ts';
import type { Institution } from '../domain/institution.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Message } from './definition.ts';

/** A message that faults may strike: its input read, nothing of it handled yet. */
export type Target = {
  readonly message: Message;
  readonly input: unknown;
  /** The input as the sender wrote it: conditions on a field are about that, amounts in 元. */
  readonly rawInput: unknown;
  readonly institution?: Institution;
  readonly seq: number;
  readonly now: Instant;
  readonly header: (name: string) => string | undefined;
};

/** What faults do to a message, and which of them did it: the journal says so. */
export type StruckBy = Effects & { readonly fired: readonly Fired[] };

/** The faults of a workspace as the dispatcher sees them. */
export type Faults = {
  /**
   * What strikes a message, or why the fault that it orders for itself cannot be had. Undefined at once where
   * nothing is armed for it: then it costs nothing. Resolves when the firings are committed.
   */
  readonly strike: (target: Target) => Promise<StruckBy | Refusal> | undefined;
};
