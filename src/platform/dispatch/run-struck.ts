import type { After, Before, Effects } from '../../kernel/fault/effect.ts';
import type { Party } from '../domain/party.ts';
import { refuse } from '../domain/refusals.ts';
import type { Message } from './definition.ts';
import type { Exchange } from './desk.ts';
import { outside } from './gate.ts';
import { refused, type Opened, type Outcome } from './outcome.ts';
import { pause } from './pause.ts';
import { run } from './run.ts';
import { struckPlace } from './struck-place.ts';
import type { World } from './world.ts';

type Struck = { readonly world: World; readonly exchange: Exchange; readonly opened: Opened };

/** Runs a message as the faults that struck it say; what happens on the wire is left to the door. */
export const runStruck = async (struck: Struck, effects: Effects): Promise<Outcome> => {
  for (const effect of effects.before) {
    const ended = await beforehand(struck, effect);
    if (ended) return ended;
  }
  const { exchange, opened } = struck;
  const { bytes, file } = await run(worldStruck(struck.world, effects), exchange, opened.now);
  for (const effect of effects.after) if (effect.do === 'wait') await outside(struck.world, pause(effect.ms));
  const { seq } = exchange;
  return { kind: 'answered', bytes, seq, violations: exchange.violations, after: effects.after, ...(file && { file }) };
};

/** What comes before the message is handled; an outcome where it ends there. */
const beforehand = async (struck: Struck, effect: Before): Promise<Outcome | undefined> => {
  const { world, exchange, opened } = struck;
  switch (effect.do) {
    case 'wait':
      await outside(world, pause(effect.ms));
      return undefined;
    case 'copy':
      await run(world, copyOf(world, exchange, effect.msgid), opened.now);
      return undefined;
    case 'refuse':
      return refused(world, opened, refuse(partyNamed(effect.by, exchange.message), 'fault-ordered', effect.text));
    case 'answer':
    case 'lose':
      return unhandled(struck, effect);
    case 'place':
    case 'spend-account':
      return undefined;
  }
};

/** The message ends here: the journal says that it came and was not handled. */
const unhandled = ({ world, opened }: Struck, effect: Extract<After, Before>): Outcome => {
  const noted = refused(world, opened, refuse({ role: 'sandbox' }, 'fault-unhandled'));
  return noted.kind === 'answered' ? { ...noted, after: [effect] } : noted;
};

const partyNamed = (by: 'treatment' | 'national' | 'insured' | 'sandbox', message: Message): Party => {
  if (by === 'national' || by === 'sandbox') return { role: by };
  const place = by === 'insured' ? (message.insuplc_admdvs ?? '') : message.mdtrtarea_admvs;
  return { role: by, place: place === '' ? message.mdtrtarea_admvs : place };
};

/** A copy that somebody else sends: the very same message, or the same business under another msgid. */
const copyOf = (world: World, exchange: Exchange, msgid: 'same' | 'other'): Exchange => {
  const { message } = exchange;
  const other = message.msgid.endsWith('9999') ? '9998' : '9999';
  const own = msgid === 'same' ? message.msgid : message.msgid.slice(0, -4) + other;
  const { faults: _onlyTheOriginal, ...bare } = exchange;
  return { ...bare, message: { ...message, msgid: own }, seq: world.nextSeq() };
};

/** The world as this one message meets it: a struck place in its way. */
const worldStruck = (world: World, { before }: Effects): World => {
  const struck = before.find((effect) => effect.do === 'place');
  return struck ? { ...world, insuredPlace: (insuplc) => struckPlace(world, insuplc, struck.place) } : world;
};
