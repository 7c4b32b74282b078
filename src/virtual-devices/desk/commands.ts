import type { Device } from '../device/device.ts';
import type { Strike } from '../faults/strike.ts';
import { COMMANDS, PROTOCOL_VERSION, type Command, type Reply } from '../protocol/messages.ts';
import type { Client } from './client.ts';
import type { Blow, FaultDesk } from './fault-desk.ts';
import type { Floor } from './floor.ts';

/** A command for a device. */
export type Order = Omit<Command, 'device'> & { readonly device: string };

/** Why a message is no command. */
export const badMessage = (id: string, device: string, message: string): Reply => ({
  v: PROTOCOL_VERSION,
  type: 'reply',
  id,
  device,
  ok: false,
  error: 'bad-message',
  message,
});

/** Takes a command of a client to its device; the reply reaches the client by `hear`, at once or later. */
export const takeOrder = (floor: Floor, faults: FaultDesk, client: Client, order: Order): void => {
  const { id, device, command, timeout } = order;
  if (!floor.devices.has(device)) return client.hear(unknownDevice(id, device));
  const params = COMMANDS[command].safeParse(order.params);
  if (!params.success) {
    const wrong = params.error.issues.map(({ path }) => path.join('.') || '内容').join('、');
    return client.hear(badMessage(id, device, `指令 ${command} 的参数不对：${wrong}`));
  }
  const blow = faults.strikes(device, command);
  if (blow?.kind === 'service-restarted') return restartService(floor);
  if (blow?.kind === 'readers-swapped') exchange(floor, device, blow.other);
  const atDevice = atReader(blow);
  floor.enter(device, {
    type: 'command',
    id,
    client: client.id,
    name: client.name,
    command,
    params: params.data,
    ...(timeout !== undefined && { timeout }),
    ...(atDevice && { strike: atDevice }),
  });
};

const unknownDevice = (id: string, device: string): Reply => ({
  ...badMessage(id, device, `没有设备 ${device}，GET /devices 列出全部`),
  error: 'unknown-device',
});

const atReader = (blow: Blow | undefined): Strike | undefined =>
  blow === undefined || blow.kind === 'service-restarted' || blow.kind === 'readers-swapped' ? undefined : blow;

/** The reader's service ends and comes back: every connection is cut, nothing of a session is left. */
export const restartService = (floor: Floor): void => {
  for (const id of floor.devices.keys()) floor.enter(id, { type: 'restart' });
  for (const client of [...floor.clients.values()]) client.drop();
};

/** Two readers are plugged in the wrong way round: what is in the one is read at the other. */
export const exchange = (floor: Floor, one: string, other: string): void => {
  const [a, b] = [floor.devices.get(one), floor.devices.get(other)];
  if (!a || !b || one === other) return;
  floor.devices.set(one, withHardware(a, b));
  floor.devices.set(other, withHardware(b, a));
};

/** What a name stands for changes; who has it open, and what it is called, does not. */
const withHardware = (name: Device, { serial, terminalNo, kind, psam, media, plugged }: Device): Device => {
  const { challenge: _forgotten, ...rest } = name;
  return { ...rest, serial, terminalNo, kind, psam, media, plugged, verified: false };
};
