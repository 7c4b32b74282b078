import { badMessage } from '../../../virtual-devices/desk/commands.ts';
import { readCommand } from '../../../virtual-devices/protocol/neutral.ts';
import { deskOf } from './desk-of.ts';
import { deviceBody, deviceProblem } from './device-answers.ts';
import { clientOf, isJson, WRONG_TYPE, type DeviceContext } from './device-env.ts';

/** `POST /devices/{id}/commands` `{ "id": "1", "command": "read-card" }`: waits for the reply. */
export const postCommand = async (c: DeviceContext): Promise<Response> => {
  if (!isJson(c)) return deviceProblem(c, 415, WRONG_TYPE);
  const device = c.req.param('id') ?? '';
  const body = await deviceBody(c);
  if (!body.ok) return body.error;
  const order = readCommand(Buffer.from(JSON.stringify(withId(body.value))), device);
  if ('message' in order) return c.json(badMessage(order.id, device, order.message), 422);
  const name = clientOf(c);
  const { ask } = deskOf(c.var.workspace);
  const reply = await ask({ ...(name !== undefined && { name }), order, signal: c.req.raw.signal });
  return c.json(reply, reply.error === 'unknown-device' ? 404 : 200);
};

/** One answer a request: the number of the command may be left out. */
const withId = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !('id' in value) ? { id: '1', ...value } : value;
