import { EXIT, type ExitCode } from '../exit-code.ts';
import { ask } from '../server/control.ts';
import { failed } from '../server/failure.ts';
import type { ServerOptions } from '../server/options.ts';
import type { Terminal } from '../terminal.ts';
import { eventInLine, type EventRow } from './rows.ts';

export type WatchOptions = ServerOptions & { readonly count?: number; readonly after?: number };

/** How long one question waits for an event, in ms. */
const WAIT = 2_000;

type Told = { readonly events: readonly EventRow[]; readonly last: number };

/** `kuasheng device watch [ID]`: what happens at the devices, until it is stopped or so many were seen. */
export const watchDevices = async (
  terminal: Terminal,
  id: string | undefined,
  options: WatchOptions,
): Promise<ExitCode> => {
  let isStopped = false;
  void terminal.untilStopped().then(() => {
    isStopped = true;
  });
  let [after, left] = [options.after, options.count ?? Infinity];
  while (!isStopped && left > 0) {
    const since = after === undefined ? '' : `after=${after}&`;
    const told = await ask<Told>(options, `/devices/events?${since}wait=${WAIT}`);
    if (!told.ok) return failed(terminal, told.error);
    after = told.value.last;
    const seen = told.value.events.filter(({ device }) => id === undefined || device === id).slice(0, left);
    for (const event of seen) terminal.out(options.json ? JSON.stringify(event) : eventInLine(event));
    left -= seen.length;
  }
  return EXIT.ok;
};
