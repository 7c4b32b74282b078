import type { Failure } from '../codes/return-codes.ts';
import { failureAt } from '../media/conditions.ts';
import { authenticationFailure, keyTriesAfter } from './authenticate.ts';
import { COURSES } from './courses.ts';
import type { Device, Phase, Running } from './device.ts';
import { failed, finish } from './finish.ts';
import type { DevicePorts } from './input.ts';
import { outcome, type Outcome } from './outcome.ts';
import { conclude } from './conclude.ts';
import { ask } from './pin-prompt.ts';
import { STEP } from './start.ts';
import { take } from './slots.ts';
import { withChip } from './with-chip.ts';

/** The command that is running comes one phase further. */
export const step = (device: Device, ports: DevicePorts): Outcome => {
  const { running } = device;
  if (!running || running.strike?.kind === 'hang') return outcome(device);
  if (running.phase === 'medium') return found(device, running, ports);
  if (isPrompt(running.phase)) return outcome(device);
  const { strike } = running;
  if (strike?.kind === 'removed-mid-read' && strike.at === MOMENTS[running.phase])
    return take(device, 'card', strike.failure);
  const failure = failureIn(device, running);
  return failure ? stopped(device, running, failure) : next(device, running, ports);
};

const stopped = (device: Device, running: Running, failure: Failure): Outcome => {
  const chip = device.media.card?.chip;
  const charged = chip
    ? withChip(device, { ...chip, keyTriesLeft: keyTriesAfter(failure, chip.keyTriesLeft) })
    : device;
  return finish(charged, running, failed(failure));
};

/** Before which phase a card is gone. */
const MOMENTS: Readonly<Partial<Record<Phase, string>>> = {
  file: 'before-identity',
  authentication: 'after-identity',
};

const isPrompt = (phase: Phase): boolean => ['pin', 'old', 'new', 'again'].includes(phase);

const next = (device: Device, running: Running, ports: DevicePorts): Outcome => {
  const phases = COURSES[running.command]?.phases ?? [];
  const phase = phases[phases.indexOf(running.phase) + 1] ?? 'done';
  const moved = { ...device, running: { ...running, phase } };
  if (phase === 'done') return conclude(moved, moved.running, ports);
  if (isPrompt(phase)) return ask(moved, moved.running);
  return outcome(moved, { do: 'later', ms: STEP, input: { type: 'step', run: running.run } });
};

/** Why it goes no further than this phase. */
const failureIn = (device: Device, running: Running): Failure | undefined => {
  if (running.phase === 'power') return powerFailure(device, running);
  const { card } = device.media;
  if (!card) return 'no-card';
  if (running.phase === 'authentication') return authenticationFailure(device, running, card);
  const needsPin = card.condition === 'pin-first' && !device.verified;
  return failureAt(card.condition, 'file') ?? (needsPin ? 'security-not-met' : undefined);
};

const powerFailure = ({ media }: Device, { command, strike }: Running): Failure | undefined => {
  if (strike?.kind === 'no-card') return 'no-card';
  if (COURSES[command]?.needs === 'id-card')
    return media['id-card'] ? undefined : ((media.card && 'wrong-card-type') ?? 'no-card');
  if (!media.card) return media['id-card'] ? 'wrong-card-type' : 'no-card';
  if (strike?.kind === 'dirty-contact') return strike.failure;
  return failureAt(media.card.condition, 'power');
};

/** Somebody waits for whatever is shown: it goes on as the command for what has come. */
const found = (device: Device, running: Running, ports: DevicePorts): Outcome => {
  const needs = COURSES[running.command]?.needs;
  const { media } = device;
  if (needs !== undefined) return media[needs] ? next(device, running, ports) : outcome(device);
  if (media.card) return as(device, running, 'read-card', 'power');
  if (media['id-card']) return as(device, running, 'read-id', 'power');
  if (media.code) return as(device, running, 'scan', 'medium');
  return media.face ? as(device, running, 'read-face', 'medium') : outcome(device);
};

const as = (device: Device, running: Running, command: Running['command'], phase: Phase): Outcome =>
  outcome(
    { ...device, running: { ...running, command, phase } },
    { do: 'later', ms: STEP, input: { type: 'step', run: running.run } },
  );
