import type { LedgerEvent, LedgerSettlement } from '../types/ledger.ts';

/** A settlement or refund as the HIS meant it: everything that was sent under one msgid, and what it made. */
export type Message = {
  readonly fixmedins_code: string;
  readonly infno: string;
  readonly msgid: string;
  readonly deed: 'charge' | 'refund';
  /** Its copies, oldest first; those that a fault sent in another window's place are marked. */
  readonly sends: readonly LedgerEvent[];
  /** Reversals that name it. */
  readonly reversals: readonly LedgerEvent[];
  /** Later messages that name its settlement, and answers that told of it. */
  readonly mentions: readonly LedgerEvent[];
  readonly made?: LedgerSettlement;
};

/** Number without the variant: 2207A is reversed, and kept, as 2207. */
export const baseOf = (infno: string): string => infno.replace(/A$/, '');

/** A message by what idempotency knows it by. */
export const messageKey = (fixmedins_code: string, infno: string, msgid: string): string =>
  [fixmedins_code, baseOf(infno), msgid].join(' ');

/** All that happened to a message, in the order of the journal. */
export const timelineOf = ({ sends, reversals, mentions }: Message): LedgerEvent[] =>
  [...new Set([...sends, ...reversals, ...mentions])].sort((one, other) => one.seq - other.seq);

/** True where another window sent it in the HIS's name: by a fault alone. */
export const isCopied = ({ sends }: Message): boolean => sends.length > 0 && sends.every(({ copied }) => copied);
