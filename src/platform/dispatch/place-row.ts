import { maskRealNumbers } from '../../kernel/identity-number.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { JournalRow } from '../store/port.ts';
import { withoutAnswer, type Asked } from './asked.ts';
import { canonicalOf } from './canonical.ts';
import type { HopReply } from './desk.ts';
import type { Returned, Unbelievable } from './insured-place.ts';
import { errorText } from './render.ts';
import type { World } from './world.ts';

/** What is written down of a place that waits: what it said as far as it is believed, or that it said nothing. */
export type Heard = Pick<Returned, 'violations' | 'bytes'> & { readonly said: HopReply | Unbelievable | 'nothing' };

/** The journal row of a hop that a province's own system answered, or should have; its bytes are kept beside it. */
export const placeRow = (world: World, asked: Asked, { said, violations = [], bytes }: Heard): JournalRow => {
  const { question, trace, hop, above, mdtrt_id } = asked;
  const { door, infno, sender, msgid } = question;
  const [seq, at] = [world.nextSeq(), world.clock.now()];
  if (bytes) world.keepBodies({ seq, at, ...bytes });
  const refusal = refusalOf(asked, said);
  return {
    seq, trace, hop, door, infno, sender, msgid, at, infcode: refusal ? -1 : 0,
    ...(refusal && { err_msg: maskRealNumbers(errorText(refusal)), refusal: refusal.refused }),
    ...(mdtrt_id !== undefined && { mdtrt_id }),
    input: above === msgid ? '' : canonicalOf(question.input).masked(),
    violations, writes: [], repeated: false, via: 'remote',
  }; // prettier-ignore
};

const refusalOf = (asked: Asked, said: Heard['said']): Refusal | undefined => {
  if (said === 'nothing' || 'unbelievable' in said) return withoutAnswer(asked, said);
  return said.ok ? undefined : said.refusal;
};
