import { z } from 'zod';
import { KINDS, DEVICE_KINDS, PSAM_STATES } from '../device/kinds.ts';
import type { DeviceMade } from '../device/device.ts';

/** Words of the control API's paths: no device bears one. */
const RESERVED = new Set(['kinds', 'codes', 'cards', 'conditions', 'events', 'faults', 'swap', 'restart', 'commands']);

const id = z
  .string()
  .refine((text) => /^[a-z0-9][a-z0-9-]{0,39}$/.test(text), { error: '应为小写字母、数字和 -，最多 40 个字符' })
  .refine((text) => !RESERVED.has(text), { error: '是控制接口自用的词，请换一个' });

const name = z.string().min(1).max(40);
const pinEntry = z.enum(['auto', 'manual']);

/** What a new device is made of. */
export const deviceForm = z.strictObject({
  id,
  kind: z.enum(DEVICE_KINDS).default('four-in-one'),
  name: name.optional(),
  psam: z.enum(PSAM_STATES).default('ok'),
  pinEntry: pinEntry.default('manual'),
});

/** What can be changed of a device. */
export const deviceChange = z.strictObject({ name, psam: z.enum(PSAM_STATES), pinEntry }).partial();

export type DeviceForm = z.infer<typeof deviceForm>;

/** The `n`th device that was made here; serial and terminal number count up. */
export const madeDevice = (form: DeviceForm, n: number): DeviceMade => ({
  id: form.id,
  kind: form.kind,
  name: form.name ?? KINDS[form.kind].name,
  psam: form.psam,
  pinEntry: form.pinEntry,
  serial: `KS${String(n).padStart(8, '0')}`,
  terminalNo: `9900${String(n).padStart(8, '0')}`,
});

/** What every workspace has from the start: a reader for everything, and a terminal with a camera. */
export const FIRST_DEVICES: readonly DeviceMade[] = [
  madeDevice({ id: 'reader-1', kind: 'four-in-one', psam: 'ok', pinEntry: 'manual' }, 1),
  madeDevice({ id: 'terminal-1', kind: 'face-terminal', psam: 'none', pinEntry: 'manual' }, 2),
];
