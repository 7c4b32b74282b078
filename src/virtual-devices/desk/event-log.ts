import { dateTimeOf, type Instant } from '../../kernel/civil-time.ts';
import { PROTOCOL_VERSION, type DeviceEvent } from '../protocol/messages.ts';

/** So many of the latest events are kept for those who ask for them afterwards. */
const MOST = 2_000;

/** The events of a desk, numbered. */
export type EventLog = {
  readonly add: (now: Instant, device: string, event: DeviceEvent['event'], data?: DeviceEvent['data']) => DeviceEvent;
  /** Those after that number, oldest first; of one device, or of all. */
  readonly after: (seq: number, device?: string) => readonly DeviceEvent[];
  readonly last: () => number;
};

export const eventLog = (): EventLog => {
  let events: DeviceEvent[] = [];
  let seq = 0;
  return {
    add: (now, device, event, data) => {
      seq += 1;
      const head = { v: PROTOCOL_VERSION, type: 'event', seq, at: dateTimeOf(now), device, event } as const;
      const added: DeviceEvent = data ? { ...head, data } : head;
      events.push(added);
      if (events.length > 2 * MOST) events = events.slice(-MOST);
      return added;
    },
    after: (given, device) =>
      events.filter((each) => each.seq > given && (device === undefined || each.device === device)).slice(-MOST),
    last: () => seq,
  };
};
