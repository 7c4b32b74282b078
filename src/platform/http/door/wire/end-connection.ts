import type { Socket } from 'node:net';
import type { Ending } from '../../../../kernel/fault/effect.ts';

/** A silent connection is kept no longer than this, in milliseconds of the machine. */
const LONGEST = 120_000;

/** Ends a connection: in order (FIN), reset (RST), or not at all until the client gives up or the time is over. */
export const endConnection = (socket: Socket, how: Ending, ms = 0): void => {
  if (how === 'hold') {
    const timer = setTimeout(() => socket.destroy(), ms === 0 ? LONGEST : ms);
    timer.unref();
    socket.once('close', () => clearTimeout(timer));
    return;
  }
  const end = () => (how === 'rst' ? socket.resetAndDestroy() : socket.end());
  if (ms === 0) end();
  else setTimeout(end, ms).unref();
};
