import type { DeliveryState } from '../../../domain/delivery.ts';
import type { Connection } from './connection.ts';

/**
 * Tells once whether an answer left: sent when all of it was handed to a connection that was alive, cut when the
 * connection closed before, also while the message was still being handled.
 */
export const watchDelivery = (
  { outgoing, socket }: Connection,
  delivered: ((state: DeliveryState) => void) | undefined,
): void => {
  if (!delivered) return;
  let told = false;
  const tell = (state: DeliveryState) => {
    if (!told) delivered(state);
    told = true;
  };
  if (outgoing.closed || socket.destroyed) return tell('cut');
  outgoing.once('finish', () => tell(socket.destroyed ? 'unknown' : 'sent'));
  outgoing.once('close', () => tell(outgoing.writableFinished ? 'sent' : 'cut'));
};
