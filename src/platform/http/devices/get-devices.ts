import { eventsSince } from '../../../virtual-devices/desk/events-since.ts';
import { deviceProblem } from './device-answers.ts';
import type { DeviceContext } from './device-env.ts';
import { deskOf } from './desk-of.ts';

/** `GET /devices` */
export const listDevices = (c: DeviceContext): Response => c.json({ devices: deskOf(c.var.workspace).desk.shown() });

/** `GET /devices/{id}` */
export const getDevice = (c: DeviceContext): Response => {
  const id = c.req.param('id');
  const shown = deskOf(c.var.workspace)
    .desk.shown()
    .find((each) => each.id === id);
  return shown ? c.json({ device: shown }) : deviceProblem(c, 404, `没有设备 ${id ?? ''}，GET /devices 列出全部`);
};

const LONGEST_WAIT = 30_000;

/** `?after=12&wait=20000&event=removed`: events after that number, or the first that comes within the wait. */
export const getEvents = async (c: DeviceContext, device?: string): Promise<Response> => {
  const [after, wait] = [whole(c.req.query('after')), whole(c.req.query('wait')) ?? 0];
  if (Number.isNaN(after) || Number.isNaN(wait)) return deviceProblem(c, 422, 'after、wait 应为整数');
  const { desk } = deskOf(c.var.workspace);
  const name = c.req.query('event');
  const events = await eventsSince(desk, {
    ...(name !== undefined && { name }),
    ...(after !== undefined && { after }),
    ...(device !== undefined && { device }),
    wait: Math.min(wait, LONGEST_WAIT),
    signal: c.req.raw.signal,
  });
  return c.json({ events, last: events.at(-1)?.seq ?? Math.min(after ?? Infinity, desk.events.last()) });
};

const whole = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : /^\d{1,15}$/.test(text) ? Number(text) : NaN;
