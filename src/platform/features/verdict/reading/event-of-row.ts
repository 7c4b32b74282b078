import type { Delivery } from '../../../domain/delivery.ts';
import type { Firing } from '../../../domain/firing.ts';
import type { JournalRow } from '../../../store/port.ts';
import type { Deed, Injected, LedgerEvent } from '../types/ledger.ts';
import { seenOf } from './answers-seen.ts';
import { namedInBody, namedInRow } from './named.ts';
import { saysOf } from './says.ts';

/** What lies beside a journal row. */
export type Beside = {
  readonly firings: readonly Firing[];
  readonly delivery: Delivery | undefined;
  /** Bytes of both sides, where they are kept; looked up only where the row does not say enough. */
  readonly bodies: () => { readonly request: string; readonly answer: string } | undefined;
};

const DEEDS: Readonly<Record<string, Deed>> = {
  2207: 'charge',
  '2207A': 'charge',
  2208: 'refund',
  2601: 'reverse',
};

/** What a message of a HIS is about: 52xx are queries of what was done. */
export const deedOf = (infno: string): Deed => DEEDS[infno] ?? (/^52\d\d$/.test(infno) ? 'ask' : 'other');

/** A journal row as an event of the ledger. */
export const eventOfRow = (row: JournalRow, beside: Beside): LedgerEvent => {
  const { seq, trace, at, infno, msgid, sender, writes, repeated } = row;
  const { firings, delivery } = beside;
  const kinds = firings.map(({ kind }) => kind);
  const deed = deedOf(infno);
  const named = row.input === '' ? namedInBody(beside.bodies()?.request ?? '') : namedInRow(row.input);
  return {
    ...named,
    ...subjectOf(row, deed),
    seq, trace, at, infno, msgid, deed,
    fixmedins_code: sender,
    says: saysOf(row, kinds),
    ...refusalOf(row),
    changed: writes.length > 0 && !repeated,
    seen: seenOf({ delivery: delivery?.state, kinds, unwatched: isUnwatched(row, deed) }),
    ...(delivery && { delivery: delivery.state }),
    faults: firings.map(injected),
    copied: false,
    tells: deed === 'ask' && row.infcode === 0 ? settlementsIn(beside.bodies()?.answer ?? '') : [],
  }; // prettier-ignore
};

/** As decided; of a settlement and a refund the number is that of what was made, which the HIS learns by the answer. */
const subjectOf = ({ mdtrt_id, psn_no }: JournalRow, deed: Deed) => ({
  ...(mdtrt_id !== undefined && deed !== 'other' && { mdtrt_id }),
  ...(psn_no !== undefined && { psn_no }),
});

const refusalOf = ({ refusal, err_msg }: JournalRow) => ({
  ...(refusal !== undefined && { refusal }),
  ...(err_msg !== undefined && { err_msg }),
});

/** Deliveries are kept of messages that could change something and got as far as their transaction. */
const isUnwatched = ({ infcode, input }: JournalRow, deed: Deed): boolean =>
  deed === 'ask' || deed === 'other' || (infcode !== 0 && input === '');

const injected = ({ kind, scope, note }: Firing): Injected => ({ kind, scope, ...(note !== undefined && { note }) });

const settlementsIn = (answer: string): string[] => [
  ...new Set([...answer.matchAll(/"setl_id":"([^"]+)"/g)].flatMap(([, setl_id]) => setl_id ?? [])),
];
