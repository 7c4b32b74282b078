import type { LedgerEvent } from '../types/ledger.ts';

/**
 * What a fault did to other messages than the one that it struck: a copy that it sent itself, an answer that took the
 * place of the next one.
 */
export const withSideEffects = (events: readonly LedgerEvent[]): LedgerEvent[] => {
  const copies = copiesOf(events);
  const displaced = displacedBy(events);
  return events.map((event) => ({
    ...event,
    ...(copies.has(event) && { copied: true }),
    ...(displaced.has(event) && event.seen !== 'none' && { seen: 'doubtful' as const }),
  }));
};

const struckBy = (kind: string, events: readonly LedgerEvent[]): LedgerEvent[] =>
  events.filter(({ faults }) => faults.some((fault) => fault.kind === kind));

const copiesOf = (events: readonly LedgerEvent[]): ReadonlySet<LedgerEvent> =>
  new Set([
    ...struckBy('two-windows', events).flatMap((struck) => copyOf(events, struck, otherMsgid(struck.msgid))),
    ...struckBy('request-twice', events).flatMap((struck) => copyOf(events, struck, struck.msgid)),
  ]);

/** The first later exchange under that msgid of which no answer was sent: nobody waits for it. */
const copyOf = (events: readonly LedgerEvent[], struck: LedgerEvent, msgid: string): LedgerEvent[] =>
  events
    .filter(
      (event) =>
        event.seq > struck.seq &&
        event.msgid === msgid &&
        event.infno === struck.infno &&
        event.fixmedins_code === struck.fixmedins_code &&
        event.delivery === undefined,
    )
    .slice(0, 1);

/** As dispatch/run-struck.ts makes it. */
const otherMsgid = (msgid: string): string => msgid.slice(0, -4) + (msgid.endsWith('9999') ? '9998' : '9999');

/** The next exchange of the sender got the answer that was kept. */
const displacedBy = (events: readonly LedgerEvent[]): ReadonlySet<LedgerEvent> =>
  new Set(
    struckBy('answer-to-next', events).flatMap(
      (struck) =>
        events.find((event) => event.seq > struck.seq && event.fixmedins_code === struck.fixmedins_code) ?? [],
    ),
  );
