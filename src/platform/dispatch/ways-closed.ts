import type { Instant } from '../../kernel/civil-time.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { LegQuestion, Reader } from '../store/port.ts';
import type { Kind, Message } from './definition.ts';

/** A message at a door, and between which places it goes. */
export type Addressed = Pick<LegQuestion, 'door' | 'infno' | 'mdtrtarea' | 'insuplc'>;

export const addressedOf = ({ door, infno, mdtrtarea_admvs, insuplc_admdvs = '' }: Message): Addressed => ({
  door,
  infno,
  mdtrtarea: mdtrtarea_admvs,
  insuplc: insuplc_admdvs,
});

type Asks<Answer> = (reader: Reader, addressed: Addressed, now: Instant) => Answer | undefined;

/** What maintenance windows do to messages; see switch/maintenance.ts. */
export type WaysClosed = {
  /** The node of this very door is down: nothing passes, what it remembers neither. */
  readonly closed: Asks<Refusal>;
  /** Somebody who must answer is down. */
  readonly down: Asks<Refusal>;
  /** Somebody who must answer is down, or takes no new business because it will be. */
  readonly stop: Asks<Refusal>;
  /** What new business is told that is done all the same. */
  readonly announced: Asks<string>;
  /** Somebody on the way of a message that waits, outermost first, has gone down since it was sent. */
  readonly begun: (
    reader: Reader,
    waiting: { readonly way: readonly Addressed[]; readonly kind: Kind },
    stretch: { readonly from: Instant; readonly to: Instant },
  ) => Refusal | undefined;
};
