import type { Leg } from '../store/port.ts';
import type { Asked } from './asked.ts';
import { askedOf, believed } from './asked.ts';
import { placeOfLeg } from './place-of-leg.ts';
import type { Heard } from './place-row.ts';
import { referenceId } from './render.ts';
import type { Waited } from './waited.ts';
import { within } from './within.ts';
import type { World } from './world.ts';

/** The 1301 with which the national node itself undoes what a place may have done. */
export const ownReversal = ({ world, exchange, leg, trace, now }: Waited): Asked => {
  const { question, ...asked } = askedOf(exchange, leg.questions, leg.mdtrt_id);
  const { mdtrtarea, insuplc, infno: oinfno, msgid: omsgid, sender } = question;
  const msgid = referenceId(sender, now, world.nextSeq());
  const input = { data: { mdtrtarea, insuplc, oinfno, omsgid } };
  return { ...asked, trace, question: { ...question, infno: '1301', msgid, input } };
};

/** What came of it, and what that means: undone, or never done; not done, because it did not arrive; nobody knows. */
export type Reversed = { readonly heard: Heard; readonly outcome: 'undone' | 'refused' | 'unsent' | 'unknown' };

/** Sends it where the leg's message went, and waits as long as for any. */
export const sendReversal = async (world: World, asked: Asked, leg: Leg): Promise<Reversed> => {
  const place = placeOfLeg(world, leg);
  if (!place) return { heard: { said: 'nothing' }, outcome: 'unsent' };
  const returned = await within(place.send(asked.question), place.timeoutMs);
  if (!returned) return { heard: { said: 'nothing' }, outcome: 'unknown' };
  const said = believed(world, world.store.reader, asked, returned.said);
  return { heard: { ...returned, said }, outcome: 'unreached' in returned.said ? 'unsent' : outcomeOf(said) };
};

/** A place that does not know the message refuses it when it comes late, so it is as good as undone. */
const outcomeOf = (said: Exclude<Heard['said'], 'nothing'>): Reversed['outcome'] => {
  if ('unbelievable' in said) return 'unknown';
  return said.ok || said.refusal.refused === 'original-unknown' ? 'undone' : 'refused';
};
