import { COURSES } from './courses.ts';
import type { Device } from './device.ts';
import { failed, type Result } from './finish.ts';
import type { CommandInput } from './input.ts';
import { abilitiesOf } from './kinds.ts';

/** Why the device does not even begin, if so: taken, broken, gone, not connected, not able. */
export const refuseStart = (device: Device, input: CommandInput): Result | undefined => {
  const by = input.command === 'close' ? undefined : takenBy(device, input.client);
  if (by !== undefined) return failed('busy', { holder: by });
  const { strike } = input;
  if (strike?.kind === 'library-missing') return failed('library-missing');
  if (strike?.kind === 'command-fails') return failed(strike.failure);
  if (!device.plugged) return failed('reader-absent');
  return isCutOff(device, input) ? failed('not-connected') : unfit(device, input);
};

/** Who has the device for itself, or is using it just now. */
const takenBy = ({ lease, running }: Device, client: string): string | undefined =>
  lease !== undefined && lease.client !== client ? lease.name : running?.name;

const isCutOff = ({ lease }: Device, { command }: CommandInput): boolean =>
  lease?.isConnected === false && command !== 'open' && command !== 'close';

const unfit = ({ kind }: Device, { command, params }: CommandInput): Result | undefined => {
  const { takes, pinPad, screen, contactless } = abilitiesOf(kind);
  const course = COURSES[command];
  const lacksPlace = course?.needs !== undefined && !takes.includes(course.needs);
  const lacksKeys = course?.pinPad === true && !pinPad;
  if (lacksPlace || lacksKeys || (command === 'show' && !screen)) return failed('command-unsupported');
  return params['mode'] === 'contactless' && !contactless ? failed('parameter-unsupported') : undefined;
};
