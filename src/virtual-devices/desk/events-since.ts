import type { DeviceEvent, ToClient } from '../protocol/messages.ts';
import type { Desk } from './desk.ts';

export type Since = {
  /**
   * Number of the last event that is known; absent: only what comes from now on. A number that was never given is from
   * before a restart, after which the numbers began anew: all is told.
   */
  readonly after?: number;
  readonly device?: string;
  /** Only events of that name; absent: all. */
  readonly name?: string;
  /** How long to wait where there is none yet, in ms of the machine. */
  readonly wait: number;
  readonly signal?: AbortSignal;
};

let listeners = 0;

/** Events after a number: those that are there, else the first that comes, else none. */
export const eventsSince = (
  desk: Desk,
  { after, device, name, wait, signal }: Since,
): Promise<readonly DeviceEvent[]> => {
  const last = desk.events.last();
  const start = after === undefined ? last : after > last ? 0 : after;
  const isWanted = (message: ToClient) => message.type === 'event' && (name === undefined || message.event === name);
  const since = () => desk.events.after(start, device).filter(isWanted);
  const there = since();
  if (there.length > 0 || wait === 0 || signal?.aborted) return Promise.resolve(there);
  return new Promise((settle) => {
    listeners += 1;
    const done = () => {
      callOff();
      leave();
      settle(since());
    };
    const callOff = desk.later(wait, done);
    const leave = desk.join({
      id: `waiting-${listeners}`,
      name: '等事件',
      listens: device ?? '*',
      // The event is in the log before anybody hears it.
      hear: (message) => isWanted(message) && done(),
      drop: () => done(),
    });
    signal?.addEventListener('abort', done, { once: true });
  });
};
