import { must } from '../../kernel/assert.ts';
import { believed, type Asked } from './asked.ts';
import type { HopReply } from './desk.ts';
import type { Returned, Unbelievable } from './insured-place.ts';
import { placeRow, type Heard } from './place-row.ts';
import { watched, type Wait } from './watched.ts';
import { within } from './within.ts';
import type { World } from './world.ts';

/**
 * What a place says to a query, or who has gone down on the way; every answer is written down, late ones too.
 */
export const inquireAt = async (world: World, asked: Asked, wait: Wait): Promise<Heard['said']> => {
  const { question } = asked;
  const place = world.insuredPlace(question.insuplc);
  must(place.kind === 'waiting', 'only a waiting place is waited for');
  const note = (returned: Returned): HopReply | Unbelievable => {
    const said = believed(world, world.store.reader, asked, returned.said);
    world.journalLater(placeRow(world, asked, { ...returned, said }));
    return said;
  };
  const sending = place.send(question);
  const returned = await watched(world, wait, within(sending, place.timeoutMs));
  if (returned && !('down' in returned)) return note(returned);
  const said = returned ? ({ ok: false, refusal: returned.down } as const) : 'nothing';
  world.journalLater(placeRow(world, asked, { said }));
  void sending.then(note, () => undefined);
  return said;
};
