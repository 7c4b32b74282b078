import { ok } from '../../kernel/result.ts';
import { deviceOf, type Device } from '../device/device.ts';
import { promptOf } from '../device/pin-entry.ts';
import { MEDIUM_NAMES, type MediumKind } from '../media/medium.ts';
import type { Floor } from './floor.ts';
import { madeDevice, type DeviceForm } from './make-device.ts';
import { no, placed, type Done } from './place-medium.ts';
import { codeOf, mediumOf, type CodeForm, type ThingForm } from './media-given.ts';

/** What people do with devices, cards and keys. Everything is refused in words where it cannot be done. */
export type Hands = {
  readonly add: (form: DeviceForm) => Done;
  readonly change: (id: string, change: Partial<Pick<Device, 'name' | 'psam' | 'pinEntry'>>) => Done;
  readonly drop: (id: string) => Done;
  readonly plug: (id: string, how: 'plug' | 'unplug') => Done;
  readonly put: (id: string, form: ThingForm) => Done;
  /** Holds a code before it, once its issuer has made one. */
  readonly showCode: (id: string, form: CodeForm) => Promise<Done>;
  /** Absent: whatever is there. */
  readonly take: (id: string, what?: MediumKind) => Done;
  readonly typePin: (id: string, pin: string) => Done;
  readonly cancelPin: (id: string) => Done;
};

/** Each may have a client of its own; a workspace needs no more. */
const MOST = 500;

export const handsAt = (floor: Floor): Hands => ({ ...managing(floor), ...handling(floor) });

/** Finds the device; what `then` leaves open is done, and the device as it is by then is told. */
const at = ({ devices }: Floor, id: string, then: (device: Device) => Done | undefined): Done => {
  const device = devices.get(id);
  if (!device) return no(404, `没有设备 ${id}，GET /_sandbox/devices 列出全部`);
  return then(device) ?? ok(devices.get(id) ?? device);
};

const takeOut = (floor: Floor, { id, media }: Device, what?: MediumKind): void => {
  const there = Object.keys(media) as MediumKind[];
  for (const each of what === undefined ? there : [what]) floor.enter(id, { type: 'take', what: each });
};

/** Devices come, go, and are called something else. */
const managing = (floor: Floor): Pick<Hands, 'add' | 'change' | 'drop' | 'plug'> => {
  const { devices, enter, tell, ports } = floor;
  const keep = () => ports.keep([...devices.values()].map(madeOf));
  const store = (device: Device): void => {
    devices.set(device.id, device);
    keep();
  };
  return {
    add: (form) => {
      if (devices.has(form.id)) return no(409, `设备 ${form.id} 已存在`);
      if (devices.size >= MOST) return no(409, `一个工作区最多 ${MOST} 台设备，请先删除`);
      const device = deviceOf(madeDevice(form, nextNumber(devices)));
      store(device);
      tell(device.id, 'added');
      return ok(device);
    },
    change: (id, change) =>
      at(floor, id, (device) => {
        store({ ...device, ...change });
        if (change.name !== undefined) tell(id, 'renamed', { name: change.name });
        return undefined;
      }),
    drop: (id) =>
      at(floor, id, (device) => {
        takeOut(floor, device);
        enter(id, { type: 'unplug' });
        devices.delete(id);
        keep();
        tell(id, 'dropped');
        return ok(device);
      }),
    plug: (id, how) => at(floor, id, () => void enter(id, { type: how })),
  };
};

/** Cards, codes and keys. */
const handling = (floor: Floor): Omit<Hands, keyof ReturnType<typeof managing>> => {
  const { enter, ports } = floor;
  return {
    put: (id, form) => at(floor, id, (device) => placed(floor, device, mediumOf(form, ports))),
    showCode: async (id, form) => {
      if (!floor.devices.has(id)) return at(floor, id, () => undefined);
      const code = await codeOf(form, ports);
      return at(floor, id, (device) => placed(floor, device, code));
    },
    take: (id, what) =>
      at(floor, id, (device) => {
        if (Object.keys(device.media).length === 0) return no(409, `${device.name}里什么也没有`);
        if (what !== undefined && !device.media[what]) return no(409, `${device.name}里没有${MEDIUM_NAMES[what]}`);
        return void takeOut(floor, device, what);
      }),
    typePin: (id, pin) => at(floor, id, (device) => notAsked(device) ?? void enter(id, { type: 'type-pin', pin })),
    cancelPin: (id) => at(floor, id, (device) => notAsked(device) ?? void enter(id, { type: 'cancel-pin' })),
  };
};

const madeOf = ({ id, serial, terminalNo, name, kind, psam, pinEntry }: Device) => ({
  id,
  serial,
  terminalNo,
  name,
  kind,
  psam,
  pinEntry,
});

/** A number that no device bears. */
const nextNumber = (devices: ReadonlyMap<string, Device>): number =>
  1 + Math.max(0, ...[...devices.values()].map(({ serial }) => Number(serial.slice(2))));

const notAsked = ({ running, name }: Device): Done | undefined =>
  promptOf(running) ? undefined : no(409, `${name}没有在等密码`);
