import {
  answerIn,
  businessString,
  cardItems,
  challengeItems,
  challengeOf,
  joined,
  proofOf,
} from '../media/card-strings.ts';
import { idItems, idText } from '../media/id-card.ts';
import { photo } from '../media/photo.ts';
import { INITIAL_PIN, KEY_TRIES, PIN_TRIES, type SocialCard } from '../media/social-card.ts';
import { isFirstStep, isSecondStep } from './authenticate.ts';
import type { Device, Running } from './device.ts';
import { failed, finish, type Result } from './finish.ts';
import type { DevicePorts } from './input.ts';
import { andThen, outcome, tell, type Outcome } from './outcome.ts';
import { put, take } from './slots.ts';
import { withChip } from './with-chip.ts';

/** All phases are done: the answer. */
export const conclude = (device: Device, running: Running, ports: DevicePorts): Outcome => {
  const { media } = device;
  const { command, params } = running;
  if (command === 'read-id' && media['id-card']) return finish(device, running, idRead(media['id-card'], params));
  if (command === 'scan' && media.code) return scanned(device, running, media.code);
  if (command === 'read-face' && media.face) {
    const { name, idNo } = media.face;
    return finish(device, running, { ok: true, data: { medium: 'face', name, idNo } });
  }
  return media.card ? ofCard(device, running, media.card, ports) : finish(device, running, failed('no-card'));
};

const idRead = (card: NonNullable<Device['media']['id-card']>, params: Running['params']): Result => ({
  ok: true,
  data: {
    medium: 'id-card',
    items: idItems(card),
    text: idText(card),
    ...(params['photo'] === true && { photo: Buffer.from(photo()).toString('base64') }),
  },
});

const scanned = (device: Device, running: Running, { text, kind }: NonNullable<Device['media']['code']>): Outcome =>
  andThen(outcome(device, tell('qr-scanned', { kind })), (seen) =>
    finish(seen, running, { ok: true, data: { medium: 'code', text } }),
  );

const ofCard = (device: Device, running: Running, card: SocialCard, { random }: DevicePorts): Outcome => {
  const { command } = running;
  if (command === 'read-records') return finish(device, running, failed('record-missing'));
  if (isFirstStep(command)) {
    const challenge = challengeOf(card, random);
    const items = challengeItems(card, challenge, terminalOf(device));
    return finish({ ...device, challenge }, running, {
      ok: true,
      data: { medium: 'card', items, text: joined(items) },
    });
  }
  const changed = withChip(device, chipAfter(command, card.chip));
  const { challenge: _used, ...used } = changed;
  const result: Result = { ok: true, data: dataOf(device, running, card) };
  return andThen(finish(isSecondStep(command) ? used : changed, running, result), (idle) => swapped(idle, running));
};

const terminalOf = ({ terminalNo, serial }: Device) => ({ no: terminalNo, serial });

const dataOf = (device: Device, { command, params }: Running, card: SocialCard) => {
  const terminal = terminalOf(device);
  const { challenge } = device;
  if (command === 'read-card-number') return { medium: 'card', card_no: card.card_no };
  if (command !== 'read-card' && command !== 'read-card-step2') return {};
  const items = cardItems(card, terminal);
  return {
    medium: 'card',
    items,
    text: joined(items),
    business: businessString(card, terminal),
    ...(command === 'read-card-step2' &&
      challenge && { proof: proofOf(card, challenge, answerIn(String(params['data']))) }),
  };
};

/** A reset of the PIN gives all tries back; a right answer of the platform those of its key. */
const chipAfter = (command: Running['command'], chip: SocialCard['chip']): SocialCard['chip'] => {
  const trusted = isSecondStep(command) ? { ...chip, keyTriesLeft: KEY_TRIES } : chip;
  if (command.startsWith('unblock-pin')) return { ...trusted, triesLeft: PIN_TRIES };
  if (command.startsWith('reload-pin')) return { ...trusted, triesLeft: PIN_TRIES, pin: INITIAL_PIN };
  return trusted;
};

/** The fault that lays another card into the reader once this one was read. */
export const swapped = (device: Device, { strike }: Running): Outcome =>
  strike?.kind === 'card-swapped' ? andThen(take(device, 'card'), (empty) => put(empty, strike.card)) : outcome(device);
