import { deviceOf, type Device, type DeviceMade } from '../device/device.ts';
import { statusOf } from '../device/start.ts';
import type { DeviceShown } from '../protocol/messages.ts';
import type { Client } from './client.ts';
import { exchange, restartService, takeOrder, type Order } from './commands.ts';
import type { EventLog } from './event-log.ts';
import { openFaultDesk, type FaultDesk } from './fault-desk.ts';
import { openFloor, type Floor } from './floor.ts';
import { handsAt, type Hands } from './hands.ts';
import { FIRST_DEVICES } from './make-device.ts';
import type { DeskPorts } from './ports.ts';

/** The devices of a workspace: clients connect, people put cards in, faults strike. */
export type Desk = {
  readonly devices: () => readonly Device[];
  readonly device: (id: string) => Device | undefined;
  /** As clients see them, without whose cards are in. */
  readonly shown: () => readonly DeviceShown[];
  readonly hands: Hands;
  readonly faults: FaultDesk;
  readonly events: EventLog;
  /** Lets a client in; gives back how it leaves, with or without a word. */
  readonly join: (client: Client) => () => void;
  readonly order: (client: Client, order: Order) => void;
  /** Has that terminal, or every one, show something to the patient. */
  readonly notice: (lines: readonly string[], terminal?: string) => void;
  /** Something happened between a device and the issuer. */
  readonly tell: Floor['tell'];
  /** What is in the one is read at the other from now on. False where one of them is not there. */
  readonly swap: (one: string, other: string) => boolean;
  readonly restart: () => void;
  /** A person's cards get their first PIN and all tries, and leave the readers. False where nobody is so named. */
  readonly renewCards: (person: string) => boolean;
  readonly later: DeskPorts['later'];
  /** Ends every connection and every wait, so that a server can close. */
  readonly hangUp: () => void;
  readonly close: () => void;
};

/** How often codes are looked at that may have come to their end, in ms. */
const LOOK = 500;

export const openDesk = (ports: DeskPorts, kept: readonly DeviceMade[] = FIRST_DEVICES): Desk => {
  const floor = openFloor(ports);
  for (const made of kept) floor.devices.set(made.id, deviceOf(made));
  const faults = openFaultDesk(floor);
  const stopLooking = everyNow(ports, () => {
    for (const { id, media } of floor.devices.values()) if (media.code) floor.enter(id, { type: 'look-at-codes' });
  });
  const has = (id: string) => floor.devices.has(id);
  return {
    devices: () => [...floor.devices.values()],
    device: (id) => floor.devices.get(id),
    shown: () => [...floor.devices.values()].map(statusOf),
    hands: handsAt(floor),
    faults,
    events: floor.log,
    join: (client) => {
      floor.clients.set(client.id, client);
      return () => {
        if (floor.clients.get(client.id) !== client) return;
        floor.clients.delete(client.id);
        for (const id of floor.devices.keys()) floor.enter(id, { type: 'gone', client: client.id });
      };
    },
    order: (client, order) => takeOrder(floor, faults, client, order),
    notice: (lines, terminal) => {
      for (const id of terminal === undefined ? [...floor.devices.keys()] : [terminal])
        floor.enter(id, { type: 'notice', lines });
    },
    tell: floor.tell,
    swap: (one, other) => {
      if (!has(one) || !has(other)) return false;
      exchange(floor, one, other);
      return true;
    },
    restart: () => restartService(floor),
    renewCards: (named) => {
      const person = ports.holder(named)?.person;
      if (person !== undefined) renewed(floor, person);
      return person !== undefined;
    },
    later: ports.later,
    hangUp: () => dropAll(floor),
    close: () => {
      stopLooking();
      floor.close();
      dropAll(floor);
    },
  };
};

const dropAll = ({ clients }: Floor): void => {
  for (const client of [...clients.values()]) client.drop();
};

/** Cards in readers are taken out, as a clerk of the issuer would. */
const renewed = ({ devices, enter, wallet }: Floor, person: string): void => {
  for (const { id, media } of devices.values())
    if (media.card?.person === person) enter(id, { type: 'take', what: 'card' });
  wallet.renew(person);
};

/** Again and again; the workspace's clock may stand still or leap, so the end of a code cannot be waited for. */
const everyNow = ({ later }: DeskPorts, look: () => void): (() => void) => {
  let callOff = () => {};
  const again = () => {
    callOff = later(LOOK, () => {
      look();
      again();
    });
  };
  again();
  return () => callOff();
};
