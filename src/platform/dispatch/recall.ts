import { refuse, type Refusal } from '../domain/refusals.ts';
import type { RememberedMessage } from '../store/port.ts';
import type { Desk, Exchange } from './desk.ts';
import { partyOf } from './party-of-door.ts';

/**
 * What is remembered of this message. Only committed mutations are repeated: a refusal or a query is answered anew.
 * A message whose effect was reversed, or whose reversal came first, is refused: it must be sent under a new msgid.
 */
export const recall = (desk: Desk, exchange: Exchange): RememberedMessage | Refusal | undefined => {
  if (exchange.definition.kind !== 'mutation') return undefined;
  const remembered = desk.reader.message(exchange.message);
  if (!remembered) return undefined;
  if (remembered.state !== 'committed') return refuse(partyOf(exchange.message), 'msgid-reversed');
  if (remembered.content === exchange.canonical.hash()) return remembered;
  if (desk.settings.reusedMsgid === 'new') return undefined;
  return refuse(partyOf(exchange.message), 'msgid-reused');
};
