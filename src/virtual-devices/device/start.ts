import { COURSES, type Course } from './courses.ts';
import type { Device, Running } from './device.ts';
import type { CommandInput } from './input.ts';
import { answerAtOnce, failed } from './finish.ts';
import { andThen, outcome, tell, type Outcome } from './outcome.ts';
import { unplug } from './plug.ts';
import { refuseStart } from './refuse-start.ts';

/** How long a phase takes at the device, in ms. */
export const STEP = 15;

/** Takes a command: answers it at once, or begins its course. */
export const start = (device: Device, input: CommandInput): Outcome => {
  if (input.command === 'status') return answerAtOnce(device, input, { ok: true, data: statusOf(device) });
  if (input.strike?.kind === 'reader-unplugged') {
    return andThen(unplug(device), (gone) => answerAtOnce(gone, input, failed('reader-absent')));
  }
  const refused = refuseStart(device, input);
  if (refused) return answerAtOnce(device, input, refused);
  const course = COURSES[input.command];
  return course ? begin(device, input, course) : atOnce(device, input);
};

const begin = (device: Device, input: CommandInput, { phases, patience, reads }: Course): Outcome => {
  const { id, client, name, command, params, strike } = input;
  const run = device.runs + 1;
  const phase = phases[0] ?? 'done';
  const running: Running = { run, id, client, name, command, params, phase, ...(strike && { strike }) };
  const owed = device.owed.map((each) => ({ ...each, isOverdue: true }));
  return outcome(
    { ...device, running, runs: run, owed },
    ...(reads ? [tell('read-started', { command })] : []),
    { do: 'later', ms: STEP, input: { type: 'step', run } },
    { do: 'later', ms: input.timeout ?? patience, input: { type: 'deadline', run } },
  );
};

/** Commands that are done as soon as they are asked. */
const atOnce = (device: Device, input: CommandInput): Outcome => {
  const { client, name, command, params } = input;
  const answered = (changed: Device, event: 'opened' | 'closed' | 'screen', data?: Readonly<Record<string, unknown>>) =>
    andThen(answerAtOnce(changed, input, { ok: true, data: {} }), (now) => outcome(now, tell(event, data)));
  if (command === 'open')
    return answered({ ...device, lease: { client, name, isConnected: true } }, 'opened', { by: name });
  if (command === 'show') {
    const screen = params['lines'] as readonly string[];
    return answered({ ...device, screen }, 'screen', { lines: screen });
  }
  if (device.lease?.client !== client) return answerAtOnce(device, input, { ok: true, data: {} });
  const { lease: _given, ...free } = device;
  return answered(free, 'closed', { by: name });
};

/** The device as its clients see it, without a word about whose card it is. */
export const statusOf = ({ id, name, kind, serial, plugged, media, lease, running }: Device) => ({
  id,
  name,
  kind,
  serial,
  plugged,
  media: Object.keys(media) as (keyof Device['media'])[],
  holder: lease?.name ?? running?.name ?? null,
  running: running?.command ?? null,
});
