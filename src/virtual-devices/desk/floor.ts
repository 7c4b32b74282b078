import { reduce } from '../device/reduce.ts';
import type { Device } from '../device/device.ts';
import type { Input, Out } from '../device/input.ts';
import type { DeviceEvent } from '../protocol/messages.ts';
import type { Client } from './client.ts';
import { eventLog, type EventLog } from './event-log.ts';
import type { DeskPorts } from './ports.ts';
import { wallet, type Wallet } from './wallet.ts';

/** All devices of a desk with all that is connected to them: where inputs come in and what devices want is done. */
export type Floor = {
  readonly ports: DeskPorts;
  readonly devices: Map<string, Device>;
  readonly clients: Map<string, Client>;
  readonly wallet: Wallet;
  readonly log: EventLog;
  /** Hands an input to a device, if it is there. */
  readonly enter: (device: string, input: Input) => void;
  readonly tell: (device: string, event: DeviceEvent['event'], data?: DeviceEvent['data']) => void;
  /** Calls off every timer. */
  readonly close: () => void;
};

export const openFloor = (ports: DeskPorts): Floor => {
  const devices = new Map<string, Device>();
  const clients = new Map<string, Client>();
  const cards = wallet();
  const log = eventLog();
  const timers = new Set<() => void>();

  const tell: Floor['tell'] = (device, event, data) => {
    const told = log.add(ports.now(), device, event, data);
    for (const { listens, hear } of [...clients.values()]) if (listens === '*' || listens === device) hear(told);
  };
  const act = (device: string, out: Out): void => {
    if (out.do === 'reply') return clients.get(out.client)?.hear(out.reply);
    if (out.do === 'tell') return tell(device, out.event, out.data);
    if (out.do === 'keep') return cards.note(out.card);
    const callOff = ports.later(out.ms, () => {
      timers.delete(callOff);
      enter(device, out.input);
    });
    timers.add(callOff);
  };
  const enter: Floor['enter'] = (id, input) => {
    try {
      work(id, input);
    } catch (defect) {
      // Inputs come from sockets and timers: nobody above would catch it.
      ports.onDefect(defect);
    }
  };
  const work = (id: string, input: Input): void => {
    const before = devices.get(id);
    if (!before) return;
    const { device, out } = reduce(before, input, { now: ports.now(), random: ports.random });
    devices.set(id, device);
    for (const each of out) act(id, each);
  };
  return {
    ports,
    devices,
    clients,
    wallet: cards,
    log,
    enter,
    tell,
    close: () => {
      for (const callOff of timers) callOff();
      timers.clear();
    },
  };
};
