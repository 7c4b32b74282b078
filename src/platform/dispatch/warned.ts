import type { Decision, Message } from './definition.ts';
import type { Desk, HopReply } from './desk.ts';
import { addressedOf, type Addressed } from './ways-closed.ts';

type Decided = Decision<object | undefined>;

/** A warning of the next hop is passed on beside this one's own; new business before a window hears of it. */
export const warned = (desk: Desk, message: Message, decision: Decided, reply: HopReply | undefined): Decided => {
  if (!decision.ok) return decision;
  const announced = desk.maintenance.announced(desk.reader, addressedOf(message), desk.now);
  const warn_msg = joined(decision.warn_msg, reply?.ok ? reply.warn_msg : undefined, announced);
  return warn_msg === decision.warn_msg ? decision : { ...decision, ...(warn_msg !== undefined && { warn_msg }) };
};

/** What came of a place with a system of its own, which knows nothing of windows that were announced here. */
export const withAnnouncement = (desk: Desk, asked: Addressed, reply: HopReply): HopReply => {
  const announced = reply.ok ? desk.maintenance.announced(desk.reader, asked, desk.now) : undefined;
  if (!reply.ok || announced === undefined) return reply;
  return { ...reply, warn_msg: joined(reply.warn_msg, announced) ?? announced };
};

/** Warnings of several parties as one text, each said once. */
const joined = (...warnings: readonly (string | undefined)[]): string | undefined =>
  warnings.reduce<string | undefined>((text, next) => {
    if (next === undefined || text?.includes(next)) return text;
    return text === undefined ? next : `${text}；${next}`;
  }, undefined);
