import { z } from 'zod';
import type { Device } from '../../../../virtual-devices/device/device.ts';
import type { Problem } from '../../../../virtual-devices/desk/place-medium.ts';
import { deviceChange, deviceForm } from '../../../../virtual-devices/desk/make-device.ts';
import type { Result } from '../../../../kernel/result.ts';
import { deskOf } from '../../devices/desk-of.ts';
import { problem } from '../answers.ts';
import type { ControlContext, ControlHandler } from '../control-env.ts';
import { formBody } from '../json-body.ts';
import { deviceEntry } from './device-entry.ts';

export const deskIn = (c: ControlContext) => deskOf(c.var.workspace).desk;
export const idIn = (c: ControlContext): string => c.req.param('id') ?? '';

/** The device as it is by now, or why not. */
export const answered = (c: ControlContext, done: Result<Device, Problem>, status: 200 | 201 = 200): Response =>
  done.ok ? c.json({ device: deviceEntry(done.value) }, status) : problem(c, done.error.status, done.error.message);

/** `GET /devices` */
export const listDevices: ControlHandler = (c) => c.json({ devices: deskIn(c).devices().map(deviceEntry) });

/** `GET /devices/{id}` */
export const getDevice: ControlHandler = (c) => {
  const device = deskIn(c).device(idIn(c));
  return device ? c.json({ device: deviceEntry(device) }) : problem(c, 404, `没有设备 ${idIn(c)}`);
};

/** `POST /devices` `{ "id": "reader-2", "kind": "card-reader", "psam": "none" }` */
export const postDevice: ControlHandler = async (c) => {
  const wanted = await formBody(c, deviceForm);
  return wanted.ok ? answered(c, deskIn(c).hands.add(wanted.value), 201) : wanted.error;
};

/** `PATCH /devices/{id}` `{ "name": "…", "psam": "none", "pinEntry": "auto" }` */
export const patchDevice: ControlHandler = async (c) => {
  const wanted = await formBody(c, deviceChange);
  if (!wanted.ok) return wanted.error;
  const { name, psam, pinEntry } = wanted.value;
  const change = { ...(name !== undefined && { name }), ...(psam && { psam }), ...(pinEntry && { pinEntry }) };
  return answered(c, deskIn(c).hands.change(idIn(c), change));
};

/** `DELETE /devices/{id}` */
export const deleteDevice: ControlHandler = (c) => {
  const done = deskIn(c).hands.drop(idIn(c));
  return done.ok ? c.json({ removed: idIn(c) }) : problem(c, done.error.status, done.error.message);
};

/** `POST /devices/{id}/plug`, `POST /devices/{id}/unplug` */
export const postPlug: ControlHandler = (c) => answered(c, deskIn(c).hands.plug(idIn(c), 'plug'));
export const postUnplug: ControlHandler = (c) => answered(c, deskIn(c).hands.plug(idIn(c), 'unplug'));

const swapForm = z.strictObject({ a: z.string().max(40), b: z.string().max(40) });

/** `POST /devices/swap` `{ "a": "reader-1", "b": "reader-2" }`: plugged in the wrong way round. */
export const postSwap: ControlHandler = async (c) => {
  const wanted = await formBody(c, swapForm);
  if (!wanted.ok) return wanted.error;
  const { a, b } = wanted.value;
  if (a === b) return problem(c, 422, 'a、b 应为两台不同的设备');
  const desk = deskIn(c);
  return desk.swap(a, b)
    ? c.json({ devices: desk.devices().map(deviceEntry) })
    : problem(c, 404, `没有设备 ${desk.device(a) ? b : a}`);
};

/** `POST /devices/restart`: the reader's service ends and comes back; every connection is cut. */
export const postRestart: ControlHandler = (c) => {
  deskIn(c).restart();
  return c.json({ devices: deskIn(c).devices().map(deviceEntry) });
};
