import { z } from 'zod';
import { FAILURES } from '../codes/return-codes.ts';
import { DEVICE_KINDS } from '../device/kinds.ts';

/**
 * Every message of the neutral protocol, version 1. It is ours (sandbox): what a client of a real reader needs to know
 * is the dialects' matter. A client sends commands; the device answers each with one reply under the command's id, and
 * tells events to everybody who listens.
 */
export const PROTOCOL_VERSION = 1;

const version = z.literal(PROTOCOL_VERSION);
const mode = z.enum(['contact', 'contactless', 'auto']).default('auto');
const none = z.strictObject({});
const authenticated = z.strictObject({ data: z.string().max(200) });

/** What each command takes. */
export const COMMANDS = {
  open: none.describe('独占设备，断开或 close 为止'),
  close: none.describe('放开设备'),
  status: none.describe('设备的状态'),
  'read-card': z.strictObject({ mode }).describe('读社会保障卡基本信息，十一项'),
  'read-card-number': z.strictObject({ mode }).describe('只读卡号'),
  'read-card-step1': z.strictObject({ mode }).describe('无 PSAM 读卡第一步：取认证数据'),
  'read-card-step2': authenticated.describe('无 PSAM 读卡第二步：data 为 内部鉴别数据|外部鉴别数据|'),
  'read-records': z.strictObject({ mode }).describe('读消费记录，虚拟卡上没有'),
  'verify-pin': none.describe('在密码键盘上验证密码'),
  'change-pin': none.describe('在密码键盘上修改密码'),
  'unblock-pin': none.describe('解锁密码，要 PSAM 卡'),
  'reload-pin': none.describe('重置为初始密码，要 PSAM 卡'),
  'unblock-pin-step1': none.describe('用加密机解锁密码第一步'),
  'unblock-pin-step2': authenticated.describe('用加密机解锁密码第二步'),
  'reload-pin-step1': none.describe('用加密机重置密码第一步'),
  'reload-pin-step2': authenticated.describe('用加密机重置密码第二步'),
  'read-id': z.strictObject({ photo: z.boolean().default(false) }).describe('读身份证，九项，可带照片'),
  scan: none.describe('等人出示二维码，得到其内容'),
  'read-face': none.describe('等人刷脸'),
  'read-any': none.describe('有什么读什么：卡、身份证、二维码、人脸'),
  show: z.strictObject({ lines: z.array(z.string().max(100)).max(20) }).describe('在终端屏幕上显示'),
} as const;

export type CommandName = keyof typeof COMMANDS;

export const COMMAND_NAMES = Object.keys(COMMANDS) as [CommandName, ...CommandName[]];

/** How long a command may take, in ms of the machine. */
export const SHORTEST = 50;
export const LONGEST = 120_000;

const id = z.string().min(1).max(64);

/** client → device */
export const command = z.strictObject({
  v: version.default(PROTOCOL_VERSION),
  id: id.describe('指令号，由客户端编，应答带回同一个'),
  device: z.string().max(40).optional().describe('设备号；连接在某一台设备上时可省'),
  command: z.enum(COMMAND_NAMES),
  params: z.record(z.string(), z.unknown()).default({}),
  timeout: z.number().int().min(SHORTEST).max(LONGEST).optional().describe('多久没有结果就答 timed-out，毫秒'),
});

export type Command = z.infer<typeof command>;

/** device → client: one a command; a second one with `late` where the device answered after the time-out. */
export const reply = z.strictObject({
  v: version,
  type: z.literal('reply'),
  id,
  device: z.string(),
  ok: z.boolean(),
  data: z.record(z.string(), z.unknown()).optional().describe('读到的内容'),
  code: z.number().int().optional().describe('读卡库返回码，负数'),
  error: z.enum([...FAILURES, 'bad-message', 'unknown-device', 'too-fast']).optional(),
  message: z.string().optional().describe('给操作员看的中文'),
  holder: z.string().optional().describe('busy 时：谁占着'),
  triesLeft: z.number().int().optional().describe('密码还可试几次'),
  late: z.literal(true).optional().describe('超时之后才到，属于先前的指令'),
});

export type Reply = z.infer<typeof reply>;

/** What happened at a device. */
export const EVENT_NAMES = [
  'plugged', 'unplugged', 'inserted', 'removed', 'pin-requested', 'pin-entered', 'pin-wrong', 'pin-locked',
  'pin-timed-out', 'pin-cancelled', 'read-started', 'read-finished', 'read-failed', 'qr-shown', 'qr-scanned',
  'qr-expired', 'opened', 'closed', 'screen', 'issuer-answered', 'answered-late', 'added', 'renamed', 'dropped',
  'restarted', 'fault',
] as const; // prettier-ignore

/** device → everybody: without identity, which only who reads is told. */
export const event = z.strictObject({
  v: version,
  type: z.literal('event'),
  seq: z.number().int().describe('工作区内的顺序号'),
  at: z.string().describe('工作区的时间，yyyy-MM-dd HH:mm:ss'),
  device: z.string(),
  event: z.enum(EVENT_NAMES),
  data: z.record(z.string(), z.unknown()).optional(),
});

export type DeviceEvent = z.infer<typeof event>;

/** A device as its clients see it. */
export const deviceShown = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(DEVICE_KINDS),
  serial: z.string(),
  plugged: z.boolean(),
  media: z.array(z.enum(['card', 'id-card', 'code', 'face'])).describe('放了什么，不说是谁的'),
  holder: z.string().nullable().describe('谁占着'),
  running: z.string().nullable().describe('正在执行的指令'),
});

export type DeviceShown = z.infer<typeof deviceShown>;

/** device → client, first of all. */
export const hello = z.strictObject({ v: version, type: z.literal('hello'), devices: z.array(deviceShown) });

export type Hello = z.infer<typeof hello>;

/** Whatever a client of the neutral protocol is sent. */
export type ToClient = Reply | DeviceEvent | Hello;
