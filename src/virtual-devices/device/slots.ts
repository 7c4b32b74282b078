import type { Instant } from '../../kernel/civil-time.ts';
import type { Medium, MediumKind } from '../media/medium.ts';
import { COURSES } from './courses.ts';
import type { Device } from './device.ts';
import { failed, finish } from './finish.ts';
import { andThen, outcome, tell, type Outcome } from './outcome.ts';

/** Puts something in, on or before the device. Whether it can take it, and has room, was asked before. */
export const put = (device: Device, medium: Medium): Outcome => {
  const { challenge, ...rest } = device;
  const isKept = challenge && !(medium.medium === 'card' && medium.card_sn === challenge.card_sn);
  const filled: Device = { ...rest, ...(isKept && { challenge }), media: { ...device.media, [medium.medium]: medium } };
  const what = { medium: medium.medium };
  const event = medium.medium === 'code' ? tell('qr-shown', { kind: medium.kind }) : tell('inserted', what);
  const { running } = device;
  const isAwaited = running?.phase === 'medium' && isFor(running.command, medium.medium);
  return outcome(
    filled,
    event,
    ...(isAwaited ? [{ do: 'later', ms: 0, input: { type: 'step', run: running.run } } as const] : []),
  );
};

const isFor = (command: NonNullable<Device['running']>['command'], what: MediumKind): boolean => {
  const needs = COURSES[command]?.needs;
  return needs === undefined || needs === what;
};

/** Takes it away; a command that was working with it fails, and what the device knew of it is gone. */
export const take = (
  device: Device,
  what: MediumKind,
  failure: 'card-silent' | 'card-withdrawn' = 'card-silent',
): Outcome => {
  const { [what]: gone, ...media } = device.media;
  if (!gone) return outcome(device);
  const { running } = device;
  const bare: Device = { ...device, media, ...(what === 'card' && { verified: false }) };
  const isWorking = running && running.phase !== 'medium' && COURSES[running.command]?.needs === what;
  const kept = gone.medium === 'card' ? [{ do: 'keep', card: gone } as const] : [];
  const taken = outcome(bare, ...kept, tell('removed', { medium: what }));
  return isWorking ? andThen(taken, (empty) => finish(empty, running, failed(failure))) : taken;
};

/** Tells, once, that a code which is shown has come to its end. It stays where it is: a scanner still reads it. */
export const lookAtCode = (device: Device, now: Instant): Outcome => {
  const { code } = device.media;
  if (code?.until === undefined || code.isOver || now <= code.until) return outcome(device);
  return outcome({ ...device, media: { ...device.media, code: { ...code, isOver: true } } }, tell('qr-expired'));
};
