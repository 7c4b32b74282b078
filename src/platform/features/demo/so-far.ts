import { must } from '../../../kernel/assert.ts';
import type { CivilDateTime } from '../../../kernel/civil-time.ts';
import { textAt } from './answer-values.ts';
import type { Bill } from './bill.ts';

/** The card that the patient hands over 社会保障卡. */
export type Card = { readonly card_no: string; readonly card_sn: string };

/** What the patient brings: the card, and the treatment to be paid for. */
export type Brought = { readonly card: Card; readonly bill: Bill };

/** What was sent and answered so far, by the key of the act. */
export type SoFar = Brought & {
  readonly now: CivilDateTime;
  readonly msgid: (key: string) => string;
  readonly request: (key: string) => string;
  readonly bytes: (key: string) => string;
  readonly output: (key: string) => unknown;
  /** The text at a path of an output; empty where the act has not been played. */
  readonly text: (key: string, path: string) => string;
};

/** A message and its answer. */
export type Exchanged = {
  readonly msgid: string;
  readonly request: string;
  readonly bytes: string;
  readonly output: unknown;
};

/** A view of what was exchanged; asking for an act that was not played throws, but for `text`. */
export const soFarOf = (played: ReadonlyMap<string, Exchanged>, now: CivilDateTime, brought: Brought): SoFar => {
  const of = (key: string): Exchanged => {
    const exchanged = played.get(key);
    must(exchanged !== undefined, `${key} has been played`);
    return exchanged;
  };
  return {
    ...brought,
    now,
    msgid: (key) => of(key).msgid,
    request: (key) => of(key).request,
    bytes: (key) => of(key).bytes,
    output: (key) => of(key).output,
    text: (key, path) => textAt(played.get(key)?.output, path),
  };
};
