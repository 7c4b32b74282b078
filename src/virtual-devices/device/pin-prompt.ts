import type { Device, PinPrompt, Running } from './device.ts';
import type { Input } from './input.ts';
import { PIN_WAIT } from './courses.ts';
import { failed, finish } from './finish.ts';
import { andThen, outcome, tell, type Outcome } from './outcome.ts';
import { withChip } from './with-chip.ts';

/** How long the patient takes that types by itself, in ms. */
const TYPING = 100;
/** What such a patient chooses as a new PIN. Sandbox. */
export const CHOSEN_PIN = '999999';

/** The keypad asks for a PIN: that of the card, or a new one. */
export const ask = (device: Device, running: Running): Outcome => {
  const chip = device.media.card?.chip;
  if (asksForCards(running) && (running.strike?.kind === 'pin-locked' || chip?.triesLeft === 0))
    return locked(device, running);
  const prompt = running.phase as PinPrompt;
  const deadline: Input = { type: 'pin-deadline', run: running.run, prompt };
  const hand = handOf(device, running);
  return outcome(
    device,
    tell('pin-requested', { prompt }),
    { do: 'later', ms: running.strike?.kind === 'pin-timeout' ? TYPING : PIN_WAIT, input: deadline },
    ...(hand ? [{ do: 'later', ms: TYPING, input: hand } as const] : []),
  );
};

/** Ends a command whose card has no tries left; a fault takes the last ones away. */
export const locked = (device: Device, running: Running): Outcome => {
  const chip = device.media.card?.chip;
  const bolted = chip ? withChip(device, { ...chip, triesLeft: 0 }) : device;
  return andThen(outcome(bolted, tell('pin-locked')), (now) =>
    finish(now, running, failed('pin-locked', { triesLeft: 0 })),
  );
};

/** True where the PIN that is wanted is the one that the card has. */
const asksForCards = ({ phase }: Running): boolean => phase === 'pin' || phase === 'old';

/** What the patient does by itself: as a fault wants it, or the right thing where the device is set to it. */
const handOf = (device: Device, running: Running): Input | undefined => {
  const pin = device.media.card?.chip.pin ?? '';
  const { run, strike } = running;
  if (strike?.kind === 'pin-cancelled') return { type: 'cancel-pin', run };
  if (strike?.kind === 'pin-timeout') return undefined;
  if (strike?.kind === 'pin-wrong') return { type: 'type-pin', run, pin: pin === '000000' ? '111111' : '000000' };
  return device.pinEntry === 'manual' ? undefined : { type: 'type-pin', run, pin: rightPin(running, pin) };
};

const rightPin = (running: Running, pin: string): string => (asksForCards(running) ? pin : CHOSEN_PIN);
