import { PROTOCOL_VERSION, type Command, type Reply } from '../protocol/messages.ts';
import type { Desk } from './desk.ts';

/** Somebody who asks without a connection of its own: each question gets one answer. */
export type Question = {
  /** Questions under one name are of one client: it may hold a device from one to the next. Absent: its own each. */
  readonly name?: string;
  readonly order: Omit<Command, 'device' | 'v'> & { readonly device: string };
  /** Aborted when the client goes away before its answer. */
  readonly signal?: AbortSignal;
};

export type Ask = (question: Question) => Promise<Reply>;

/** How long a client without a connection may hold a device and say nothing, in ms. */
export const IDLE = 300_000;

type Caller = {
  readonly waiting: Map<string, { readonly id: string; readonly settle: (reply: Reply) => void }>;
  readonly leave: () => void;
  callOff: () => void;
};

/** How clients without a connection speak to a desk. Whoever falls silent, or hangs up, leaves. */
export const callersAt = (desk: Desk): Ask => {
  const callers = new Map<string, Caller>();
  let asked = 0;

  const gone = (name: string): void => {
    const caller = callers.get(name);
    callers.delete(name);
    caller?.callOff();
    caller?.leave();
    for (const { id, settle } of caller?.waiting.values() ?? []) settle(cutOff(id));
  };
  const heard = (name: string, reply: Reply): void => {
    const caller = callers.get(name);
    const question = caller?.waiting.get(reply.id);
    if (!caller || !question) return;
    caller.waiting.delete(reply.id);
    question.settle({ ...reply, id: question.id });
    if (caller.waiting.size > 0) return;
    if (!holds(desk, clientId(name))) return gone(name);
    caller.callOff();
    caller.callOff = desk.later(IDLE, () => gone(name));
  };
  const callerOf = (name: string): Caller => {
    const known = callers.get(name);
    if (known) return known;
    const leave = desk.join({
      id: clientId(name),
      name,
      hear: (message) => message.type === 'reply' && heard(name, message),
      drop: () => gone(name),
    });
    const caller: Caller = { waiting: new Map(), leave, callOff: () => undefined };
    callers.set(name, caller);
    return caller;
  };

  return ({ name, order, signal }) =>
    new Promise((settle) => {
      asked += 1;
      const key = String(asked);
      const who = name ?? `HTTP ${key}`;
      const caller = callerOf(who);
      caller.waiting.set(key, { id: order.id, settle });
      signal?.addEventListener('abort', () => caller.waiting.has(key) && gone(who), { once: true });
      desk.order(
        {
          id: clientId(who),
          name: who,
          hear: (reply) => reply.type === 'reply' && heard(who, reply),
          drop: () => undefined,
        },
        { ...order, v: PROTOCOL_VERSION, id: key },
      );
    });
};

const clientId = (name: string): string => `http:${name}`;

const holds = (desk: Desk, client: string): boolean => desk.devices().some(({ lease }) => lease?.client === client);

/** The service was restarted, or the client hung up. */
const cutOff = (id: string): Reply => ({
  v: PROTOCOL_VERSION,
  type: 'reply',
  id,
  device: '',
  ok: false,
  code: -12,
  error: 'not-connected',
  message: '读卡服务重启，连接断开，请重新初始化后再读卡',
});
