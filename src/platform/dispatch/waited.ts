import type { Instant } from '../../kernel/civil-time.ts';
import type { Leg } from '../store/port.ts';
import type { Exchange } from './desk.ts';
import type { World } from './world.ts';

/** A message that waited, in the turn in which something is known of it. */
export type Waited = {
  readonly world: World;
  readonly exchange: Exchange;
  readonly leg: Leg;
  /** Under which the exchange is found, whichever of its turns it is. */
  readonly trace: string;
  /** When the message came. */
  readonly now: Instant;
};
