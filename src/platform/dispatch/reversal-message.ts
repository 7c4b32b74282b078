import type { HopReply } from './desk.ts';
import type { Asked } from './asked.ts';
import { askedOf } from './asked.ts';
import type { Unbelievable } from './insured-place.ts';
import { referenceId } from './render.ts';
import type { Waited } from './second-turn.ts';

/** The 1301 with which the national node itself undoes what a place may have done. */
export const ownReversal = ({ world, exchange, leg, trace, now }: Waited): Asked => {
  const { question, ...asked } = askedOf(exchange, leg.questions, leg.mdtrt_id);
  const { mdtrtarea, insuplc, infno: oinfno, msgid: omsgid, sender } = question;
  const msgid = referenceId(sender, now, world.nextSeq());
  const input = { data: { mdtrtarea, insuplc, oinfno, omsgid } };
  return { ...asked, trace, question: { ...question, infno: '1301', msgid, input } };
};

/** Undone, or never done: a place that does not know the message refuses it when it comes late. */
export const isUndone = (said: HopReply | Unbelievable | 'nothing'): boolean =>
  said !== 'nothing' && 'ok' in said && (said.ok || said.refusal.refused === 'original-unknown');
