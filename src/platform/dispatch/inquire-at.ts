import { must } from '../../kernel/assert.ts';
import { believed, type Asked } from './asked.ts';
import type { HopReply } from './desk.ts';
import type { Returned, Unbelievable } from './insured-place.ts';
import { placeRow, type Heard } from './place-row.ts';
import { within } from './within.ts';
import type { World } from './world.ts';

/** What a place says to a query; every answer is written down, late ones too. */
export const inquireAt = async (world: World, asked: Asked): Promise<Heard['said']> => {
  const { question } = asked;
  const place = world.insuredPlace(question.insuplc);
  must(place.kind === 'waiting', 'only a waiting place is waited for');
  const note = (returned: Returned): HopReply | Unbelievable => {
    const said = believed(world, world.store.reader, asked, returned.said);
    world.journalLater(placeRow(world, asked, { ...returned, said }));
    return said;
  };
  const sending = place.send(question);
  const returned = await within(sending, place.timeoutMs);
  if (returned) return note(returned);
  world.journalLater(placeRow(world, asked, { said: 'nothing' }));
  void sending.then(note, () => undefined);
  return 'nothing';
};
