import type { Device } from './device.ts';
import { COURSES } from './courses.ts';
import { failed, finish, replyOf } from './finish.ts';
import type { DevicePorts, Input } from './input.ts';
import { abilitiesOf } from './kinds.ts';
import { outcome, tell, type Outcome } from './outcome.ts';
import { cancelPin, pinDeadline, promptOf, typePin } from './pin-entry.ts';
import { leave, plug, restart, unplug } from './plug.ts';
import { lookAtCode, put, take } from './slots.ts';
import { start } from './start.ts';
import { step } from './step.ts';

/**
 * What a device does: pure. Every input gives the device as it is afterwards and a list of what it wants done. The
 * identity of a card leaves it only in the reply of a read, only while that card is in, and a PIN never.
 */
export const reduce = (device: Device, input: Input, ports: DevicePorts): Outcome =>
  (ANSWERS[input.type] as Answer<Input>)(device, input, ports);

type Answer<I> = (device: Device, input: I, ports: DevicePorts) => Outcome;
type Answers = { readonly [K in Input['type']]: Answer<Extract<Input, { readonly type: K }>> };

/** What was meant for a run that is over means nothing any more; what names no run is for any. */
const during =
  <I extends { readonly run?: number }>(then: Answer<I>): Answer<I> =>
  (device, input, ports) =>
    input.run === undefined || device.running?.run === input.run ? then(device, input, ports) : outcome(device);

const ANSWERS: Answers = {
  plug,
  unplug,
  restart,
  put: (device, { medium }) => put(device, medium),
  take: (device, { what }) => take(device, what),
  command: start,
  notice: (device, { lines }) => notice(device, lines),
  gone: (device, { client }) => leave(device, client),
  'look-at-codes': (device, _, { now }) => lookAtCode(device, now),
  step: during((device, _, ports) => step(device, ports)),
  'type-pin': during((device, { pin }) => typePin(device, pin)),
  'cancel-pin': during(cancelPin),
  'pin-deadline': during((device, { prompt }) =>
    promptOf(device.running) === prompt ? pinDeadline(device) : outcome(device),
  ),
  deadline: (device, { run }) => (device.running?.run === run ? tooLong(device) : overdue(device, run)),
  deliver: (device, { run }) => deliver(device, run),
};

/** Only a screen that is there and plugged in shows it. */
const notice = (device: Device, lines: readonly string[]): Outcome =>
  device.plugged && abilitiesOf(device.kind).screen
    ? outcome({ ...device, screen: lines }, tell('screen', { lines }))
    : outcome(device);

/** The client has waited long enough. */
const tooLong = (device: Device): Outcome => {
  const { running } = device;
  if (!running) return outcome(device);
  if (promptOf(running)) return pinDeadline(device);
  const { strike: _over, ...plain } = running;
  const isShown = running.phase === 'medium' && COURSES[running.command]?.phases[0] === 'medium';
  return finish(device, plain, failed(isShown ? 'nothing-shown' : 'timed-out'));
};

/** The answer is ready and kept back: its client is told that it took too long, and gets it later all the same. */
const overdue = (device: Device, run: number): Outcome => {
  const owed = device.owed.find((each) => each.run === run);
  if (!owed) return outcome(device);
  const kept = device.owed.map((each) => (each === owed ? { ...each, isOverdue: true } : each));
  const reply = replyOf(device, { id: owed.reply.id, client: owed.client }, failed('timed-out'));
  return outcome({ ...device, owed: kept }, { do: 'reply', client: owed.client, reply });
};

const deliver = (device: Device, run: number): Outcome => {
  const owed = device.owed.find((each) => each.run === run);
  if (!owed) return outcome(device);
  const reply = owed.isOverdue ? { ...owed.reply, late: true as const } : owed.reply;
  const rest = device.owed.filter((each) => each !== owed);
  const late = owed.isOverdue ? [tell('answered-late')] : [];
  return outcome({ ...device, owed: rest }, { do: 'reply', client: owed.client, reply }, ...late);
};
