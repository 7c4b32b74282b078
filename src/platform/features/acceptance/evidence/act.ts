import type { Population } from '../populations.ts';
import type { Exchange } from './exchange.ts';

/** An exchange as the counts see it: about whom, which disease, whether anything happened. */
export type Act = {
  readonly exchange: Exchange;
  /** The diseases that it is about; several where a query or a list names them. */
  readonly diseases: readonly string[];
  readonly credential?: string;
  /** Number of the person, as far as it is known. */
  readonly person?: string;
  readonly population?: Population;
  /** Categories besides: 公务员, 军残 …. */
  readonly categories: readonly string[];
  /**
   * True when it was answered with yes and did something: not a message again, not the refund of what was refunded, not
   * the reversal of what was reversed.
   */
  readonly effective: boolean;
  /** For a refund its settlement, for a reversal what it reverses. */
  readonly of?: Act;
  /** A query whose answer's bytes are lost: what it found cannot be verified. */
  readonly unread?: true;
};
