import { badMessage } from '../desk/commands.ts';
import type { Desk } from '../desk/desk.ts';
import { RESTARTED } from '../socket/carry.ts';
import type { Protocol } from '../socket/line.ts';
import { command, PROTOCOL_VERSION, type ToClient } from './messages.ts';

/** Who connects, to one device or to all of them. */
export type Caller = { readonly id: string; readonly name: string; readonly device?: string };

/** The neutral protocol: one JSON message a frame. */
export const neutral =
  (desk: Desk, { id, name, device }: Caller): Protocol =>
  ({ say, end }) => {
    const hear = (message: ToClient) => say(JSON.stringify(message));
    const client = { id, name, listens: device ?? '*', hear, drop: () => end(RESTARTED, 'service restart') };
    const leave = desk.join(client);
    const devices = desk.shown().filter((each) => device === undefined || each.id === device);
    hear({ v: PROTOCOL_VERSION, type: 'hello', devices });
    return {
      heard: (bytes) => {
        const read = readCommand(bytes, device);
        if ('message' in read) return hear(badMessage(read.id, device ?? '', read.message));
        return desk.order(client, read);
      },
      tooFast: () => hear({ ...badMessage('', device ?? '', '指令太密，请放慢'), error: 'too-fast', id: '-' }),
      over: leave,
    };
  };

/** A command as it came, or why it is none; the id is told back as far as it could be read. */
export const readCommand = (bytes: Uint8Array, device: string | undefined) => {
  const value = jsonOf(Buffer.from(bytes).toString('utf8'));
  const id = idOf(value);
  if (value === undefined) return { id, message: '内容不是合法的 JSON' };
  const parsed = command.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { id, message: `指令的 ${issue?.path.join('.') || '内容'} 不对，格式见 openapi/devices.asyncapi.json` };
  }
  const wanted = parsed.data.device ?? device;
  if (wanted === undefined) return { id, message: '缺少 device：连接在全部设备上时要写明设备号' };
  if (device !== undefined && wanted !== device) return { id, message: `这条连接在设备 ${device} 上` };
  return { ...parsed.data, device: wanted };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const idOf = (value: unknown): string => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' && id.length > 0 && id.length <= 64 ? id : '-';
};
