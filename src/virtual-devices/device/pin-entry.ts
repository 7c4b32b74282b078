import { INITIAL_PIN, PIN_TRIES, type Chip } from '../media/social-card.ts';
import { swapped } from './conclude.ts';
import type { Device, PinPrompt, Running } from './device.ts';
import { failed, finish } from './finish.ts';
import { andThen, outcome, tell, type Outcome } from './outcome.ts';
import { ask, locked } from './pin-prompt.ts';
import { take } from './slots.ts';
import { withChip } from './with-chip.ts';

const LENGTH = 6;

/** The prompt that the keypad is showing, if any. */
export const promptOf = (running: Running | undefined): PinPrompt | undefined => {
  const phase = running?.phase;
  return phase === 'pin' || phase === 'old' || phase === 'new' || phase === 'again' ? phase : undefined;
};

/** Somebody has typed a PIN and pressed the key 确认. */
export const typePin = (device: Device, pin: string): Outcome => {
  const { running, media } = device;
  const prompt = promptOf(running);
  if (!running || !prompt || !media.card) return outcome(device);
  return andThen(outcome(device, tell('pin-entered', { prompt })), (now) => {
    if (pin.length !== LENGTH) return finish(now, running, failed('pin-length'));
    if (prompt === 'new') return newPin(now, running, pin);
    return prompt === 'again' ? setPin(now, running, pin) : checkPin(now, running, pin);
  });
};

/** Somebody has pressed 取消. */
export const cancelPin = (device: Device): Outcome => giveUp(device, 'pin-cancelled');

/** Nobody has typed anything for too long. */
export const pinDeadline = (device: Device): Outcome => giveUp(device, 'pin-timeout');

const giveUp = (device: Device, failure: 'pin-cancelled' | 'pin-timeout'): Outcome => {
  const { running } = device;
  if (!running || !promptOf(running)) return outcome(device);
  const event = failure === 'pin-timeout' ? 'pin-timed-out' : 'pin-cancelled';
  return andThen(outcome(device, tell(event)), (now) => finish(now, running, failed(failure)));
};

const checkPin = (device: Device, running: Running, pin: string): Outcome => {
  const chip = device.media.card?.chip;
  if (!chip) return outcome(device);
  if (pin !== chip.pin) return wrongPin(device, running, { ...chip, triesLeft: chip.triesLeft - 1 });
  const known: Device = { ...withChip(device, { ...chip, triesLeft: PIN_TRIES }), verified: true };
  if (running.command === 'change-pin') return prompted(known, running, 'new');
  if (pin === INITIAL_PIN) return finish({ ...known, verified: false }, running, failed('pin-initial'));
  const { strike } = running;
  if (strike?.kind === 'removed-mid-read' && strike.at === 'after-pin') return take(known, 'card', strike.failure);
  return andThen(finish(known, running, { ok: true, data: {} }), (idle) => swapped(idle, running));
};

const wrongPin = (device: Device, running: Running, chip: Chip): Outcome => {
  const { triesLeft } = chip;
  const poorer = { ...withChip(device, chip), verified: false };
  if (triesLeft === 0) return locked(poorer, running);
  return andThen(outcome(poorer, tell('pin-wrong', { triesLeft })), (now) =>
    finish(now, running, failed('pin-wrong', { triesLeft })),
  );
};

const prompted = (device: Device, running: Running, phase: PinPrompt, typed?: string): Outcome => {
  const asking: Running = { ...running, phase, ...(typed !== undefined && { typed }) };
  return ask({ ...device, running: asking }, asking);
};

const newPin = (device: Device, running: Running, pin: string): Outcome =>
  pin === INITIAL_PIN ? finish(device, running, failed('pin-to-initial')) : prompted(device, running, 'again', pin);

const setPin = (device: Device, running: Running, pin: string): Outcome => {
  const chip = device.media.card?.chip;
  if (!chip || pin !== running.typed) return finish(device, running, failed('pins-differ'));
  return finish(withChip(device, { ...chip, pin }), running, { ok: true, data: {} });
};
