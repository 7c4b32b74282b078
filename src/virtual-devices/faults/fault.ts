import { z } from 'zod';
import { LASTING } from '../../kernel/fault/lasting.ts';
import { FAILURES } from '../codes/return-codes.ts';
import { CARD_CONDITIONS } from '../media/conditions.ts';
import { COMMAND_NAMES } from '../protocol/messages.ts';
import { scheduleForm, whole } from './schedule-form.ts';

const nothing = z.strictObject({});
const failure = z.enum(['card-silent', 'card-withdrawn']).default('card-silent');

/** What a kind of fault strikes where no command is named: work with a card, work with a PIN, all work. */
export type StrikesOn = 'card' | 'pin' | 'any';

/** What each kind of fault does, on what, and its parameters `with`. */
export const FAULT_KINDS = {
  'no-card': { on: 'card', name: '明明有卡，读卡器说没有', with: nothing },
  'dirty-contact': {
    on: 'card',
    name: '触点脏，读卡失败',
    with: z.strictObject({ failure: z.enum(['card-silent', 'check-error']).default('card-silent') }),
  },
  'removed-mid-read': {
    on: 'card',
    name: '读卡途中卡被拔出：读到身份之前、之后，或验密码之后',
    with: z.strictObject({
      at: z.enum(['before-identity', 'after-identity', 'after-pin']).default('after-identity'),
      failure,
    }),
  },
  'card-swapped': {
    on: 'card',
    name: '读完之后换成另一张卡',
    with: z.strictObject({ card: z.string().min(1).max(60), condition: z.enum(CARD_CONDITIONS).default('good') }),
  },
  'pin-wrong': { on: 'pin', name: '密码输错', with: nothing },
  'pin-locked': { on: 'pin', name: '密码被锁定', with: nothing },
  'pin-timeout': { on: 'pin', name: '没有人输密码', with: nothing },
  'pin-cancelled': { on: 'pin', name: '按了取消', with: nothing },
  'reader-unplugged': { on: 'any', name: '读卡器被拔掉，直到重新插上', with: nothing },
  'service-restarted': { on: 'any', name: '读卡服务重启，所有连接断开', with: nothing },
  'readers-swapped': {
    on: 'any',
    name: '两台读卡器接反了',
    with: z.strictObject({ other: z.string().min(1).max(40) }),
  },
  'late-answer': { on: 'any', name: '应答迟到，落在下一条指令之后', with: z.strictObject({ ms: whole.max(600_000) }) },
  hang: { on: 'any', name: '不应答', with: nothing },
  'library-missing': { on: 'any', name: '读卡库加载失败', with: nothing },
  'gbk-garbled': { on: 'any', name: '中文按错误编码读出，成乱码', with: nothing },
  'command-fails': {
    on: 'any',
    name: '返回任意一个返回码',
    with: z.strictObject({ failure: z.enum(FAILURES) }),
  },
} as const satisfies Readonly<
  Record<string, { readonly on: StrikesOn; readonly name: string; readonly with: z.ZodType }>
>;

export type FaultKind = keyof typeof FAULT_KINDS;

export const FAULT_KIND_NAMES = Object.keys(FAULT_KINDS) as [FaultKind, ...FaultKind[]];

/** A fault of devices, in the fields of the message faults. */
export const faultForm = z.strictObject({
  kind: z.enum(FAULT_KIND_NAMES),
  when: z
    .strictObject({
      device: z.string().max(40).optional(),
      command: z.union([z.enum(COMMAND_NAMES), z.array(z.enum(COMMAND_NAMES)).min(1)]).optional(),
    })
    .default({}),
  schedule: scheduleForm.optional(),
  with: z.record(z.string(), z.unknown()).default({}),
  count: whole.optional(),
  ttl: z.string().regex(LASTING, { error: '应为 30s、15m、2h 或 1d（工作区的时间）' }).optional(),
  priority: z.number().int().min(-1000).max(1000).default(0),
  note: z.string().max(200).optional(),
});

export type FaultForm = z.infer<typeof faultForm>;

/** A fault that was ordered. */
export type Fault = FaultForm & { readonly id: string };
