import type { Instant } from '../../../../kernel/civil-time.ts';
import type { Reader } from '../../../store/port.ts';
import type { Ledger, LedgerEvent } from '../types/ledger.ts';
import { eventOfRow, type Beside } from './event-of-row.ts';
import { settlementsOf } from './settlements.ts';
import { withSideEffects } from './side-effects.ts';

/** Where the verdict reads. */
export type LedgerSource = {
  readonly reader: Reader;
  readonly now: Instant;
  /** Bytes of an exchange, where they are kept. */
  readonly bodiesOf: (seq: number) => ReturnType<Beside['bodies']>;
  /** Lets messages have their turn. */
  readonly breathe: () => Promise<void>;
  /** Only of this institution. */
  readonly institution?: string;
};

/** Rows that are read at a stretch. */
const STRETCH = 500;

/** What the HIS sent, oldest first, with what became of it. Messages of the sandbox's own self-run are none of it. */
export const readLedger = async (source: LedgerSource): Promise<Ledger> => {
  const { reader, now, institution, breathe } = source;
  const events: LedgerEvent[] = [];
  for (let after = 0; ; await breathe()) {
    const heads = reader.journalAfter(after, STRETCH);
    const last = heads.at(-1);
    if (!last) break;
    after = last.seq;
    const own = heads.filter(({ door, hop, via }) => door === 'hospital' && hop === 0 && via === undefined);
    const asked = own.filter(({ sender }) => institution === undefined || sender === institution);
    for (const row of reader.journalRows(asked.map(({ seq }) => seq))) {
      events.push(
        eventOfRow(row, {
          firings: reader.firingsOf(row.seq),
          delivery: reader.delivery(row.seq),
          bodies: () => source.bodiesOf(row.seq),
        }),
      );
    }
  }
  const ledger = withSideEffects(events);
  return { now, events: ledger, settlements: settlementsOf(reader, ledger) };
};
