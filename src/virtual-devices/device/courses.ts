import type { MediumKind } from '../media/medium.ts';
import type { CommandName } from '../protocol/messages.ts';
import type { Phase } from './device.ts';

/** What a command goes through at the device, and what the device must be able to take for it. */
export type Course = {
  readonly phases: readonly Phase[];
  readonly needs?: MediumKind;
  readonly pinPad?: true;
  /** A read whose start and end are told. */
  readonly reads?: true;
  /** How long it may take unless the client says so, in ms. */
  readonly patience: number;
};

const QUICK = 10_000;
/** People look for their telephone. */
const SHOWING = 60_000;
/** How long the keypad waits for one PIN, in ms. */
export const PIN_WAIT = 30_000;

const card = (...phases: readonly Phase[]): Course => ({ phases, needs: 'card', patience: QUICK });
const read = (...phases: readonly Phase[]): Course => ({ ...card(...phases), reads: true });
const pin = (...prompts: readonly Phase[]): Course => ({
  ...card('power', ...prompts),
  pinPad: true,
  patience: PIN_WAIT * prompts.length + QUICK,
});
const shown = (needs?: MediumKind): Course => ({
  phases: ['medium'],
  ...(needs && { needs }),
  reads: true,
  patience: SHOWING,
});

/** The course of every command that takes its time; the others are answered at once. */
export const COURSES: Readonly<Partial<Record<CommandName, Course>>> = {
  'read-card': read('power', 'file', 'authentication'),
  'read-card-number': read('power', 'file'),
  'read-card-step1': read('power', 'file', 'authentication'),
  'read-card-step2': read('power', 'file', 'authentication'),
  'read-records': read('power', 'file'),
  'verify-pin': pin('pin'),
  'change-pin': pin('old', 'new', 'again'),
  'unblock-pin': card('power', 'authentication'),
  'reload-pin': card('power', 'authentication'),
  'unblock-pin-step1': card('power', 'authentication'),
  'unblock-pin-step2': card('power', 'authentication'),
  'reload-pin-step1': card('power', 'authentication'),
  'reload-pin-step2': card('power', 'authentication'),
  'read-id': { phases: ['power'], needs: 'id-card', reads: true, patience: QUICK },
  scan: shown('code'),
  'read-face': shown('face'),
  'read-any': shown(),
};
