import { z } from 'zod';
import { COMMANDS, command, deviceShown, event, hello, PROTOCOL_VERSION, reply } from './messages.ts';

type Json = Readonly<Record<string, unknown>>;

/** JSON Schema of a message, without the marks that AsyncAPI does not want. */
const schemaOf = (schema: z.ZodType): Json => {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
  return rest;
};

const messageOf = (title: string, schema: z.ZodType, examples: readonly Json[]): Json => ({
  title,
  contentType: 'application/json',
  payload: schemaOf(schema),
  examples: examples.map((payload) => ({ payload })),
});

const v = PROTOCOL_VERSION;

/** One message of each sort, as they follow each other when a card is read. */
export const EXAMPLES = {
  hello: [{ v, type: 'hello', devices: [] }],
  command: [
    { v, id: '1', command: 'open' },
    { v, id: '2', command: 'read-card', params: { mode: 'auto' }, timeout: 10_000 },
  ],
  reply: [
    { v, type: 'reply', id: '1', device: 'reader-1', ok: true, data: {} },
    {
      v,
      type: 'reply',
      id: '2',
      device: 'reader-1',
      ok: false,
      code: -2,
      error: 'no-card',
      message: '无卡，请插卡后重试',
    },
  ],
  event: [
    {
      v,
      type: 'event',
      seq: 12,
      at: '2026-09-01 10:00:00',
      device: 'reader-1',
      event: 'inserted',
      data: { medium: 'card' },
    },
  ],
} as const;

const MESSAGES = {
  hello: messageOf('连接后的第一条：有哪些设备', hello, EXAMPLES.hello),
  command: messageOf('指令', command, EXAMPLES.command),
  reply: messageOf('一条指令的应答，超时之后才到的带 late', reply, EXAMPLES.reply),
  event: messageOf('设备上发生的事，不含身份', event, EXAMPLES.event),
};

const named = (names: readonly string[]): Json =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }]));

const channel = (address: string, description: string, parameters: Json): Json => ({
  address,
  description,
  messages: named(Object.keys(MESSAGES)),
  ...(Object.keys(parameters).length > 0 && { parameters }),
});

const operation = (name: string, action: 'send' | 'receive', title: string, messages: readonly string[]): Json => ({
  action,
  title,
  channel: { $ref: `#/channels/${name}` },
  security: [{ $ref: '#/components/securitySchemes/token' }],
  messages: messages.map((message) => ({ $ref: `#/channels/${name}/messages/${message}` })),
});

/** AsyncAPI 3.0 of the neutral protocol. `receive` is what the sandbox takes, `send` what it says. */
export const asyncApi = (version: string): Json => ({
  asyncapi: '3.0.0',
  info: {
    title: '跨省沙箱 虚拟读卡器',
    version,
    description: '读卡器、扫码盒、综合服务终端的中性协议。沙箱自定：真实的读卡器没有公开的统一协议。',
  },
  defaultContentType: 'application/json',
  servers: {
    local: { host: '127.0.0.1:8686', protocol: 'ws', description: '工作区不是 default 时，路径前加 /w/{工作区}' },
  },
  channels: {
    device: channel('/devices/{device}', '一台设备', { device: { description: '设备号，如 reader-1' } }),
    devices: channel('/devices', '工作区的全部设备；指令里写明 device', {}),
  },
  operations: Object.fromEntries(
    ['device', 'devices'].flatMap((name) => [
      [`${name}Command`, operation(name, 'receive', '发指令', ['command'])],
      [`${name}Told`, operation(name, 'send', '应答和事件', ['hello', 'reply', 'event'])],
    ]),
  ),
  components: {
    securitySchemes: {
      token: {
        type: 'httpApiKey',
        name: 'token',
        in: 'query',
        description: '监听本机以外的地址时才要，见启动时的输出；网页的来源须是本机，或启动时用 --device-origin 允许',
      },
    },
    messages: MESSAGES,
    schemas: {
      device: schemaOf(deviceShown),
      ...Object.fromEntries(Object.entries(COMMANDS).map(([name, params]) => [`params.${name}`, schemaOf(params)])),
    },
  },
});
