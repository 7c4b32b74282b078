import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deviceOf, type Device } from '../../../src/virtual-devices/device/device.ts';
import { abilitiesOf, DEVICE_KINDS, PSAM_STATES } from '../../../src/virtual-devices/device/kinds.ts';
import type { Input, Out } from '../../../src/virtual-devices/device/input.ts';
import { reduce } from '../../../src/virtual-devices/device/reduce.ts';
import type { Strike } from '../../../src/virtual-devices/faults/strike.ts';
import { CARD_CONDITIONS } from '../../../src/virtual-devices/media/conditions.ts';
import { idCardOf } from '../../../src/virtual-devices/media/id-card.ts';
import type { Medium } from '../../../src/virtual-devices/media/medium.ts';
import { socialCardOf, USUAL_PIN, INITIAL_PIN } from '../../../src/virtual-devices/media/social-card.ts';
import { COMMAND_NAMES, type CommandName } from '../../../src/virtual-devices/protocol/messages.ts';
import { holder, NOW } from '../test-desk.ts';

/*
 * Whatever people, clients and timers do in whatever order: identity leaves a device only while that card or person is
 * there, nothing is read after it was taken away, tries do not grow unless the PIN was right or was reset, every
 * command is answered once, and no PIN is ever said.
 */

const PEOPLE = ['qin', 'li'];
const PINS = [USUAL_PIN, INITIAL_PIN, '424242', '737373', '88'];

const medium = fc.oneof(
  fc
    .record({ person: fc.constantFrom(...PEOPLE), condition: fc.constantFrom(...CARD_CONDITIONS) })
    .map(({ person, condition }) => socialCardOf(holder(person), condition) as Medium),
  fc.constantFrom(...PEOPLE).map((person) => idCardOf(holder(person)) as Medium),
  fc.constantFrom(...PEOPLE).map((person): Medium => ({
    medium: 'code',
    person,
    kind: 'e-credential',
    text: `code of ${person}`,
    until: NOW + 60_000,
  })),
  fc.constantFrom(...PEOPLE).map((person): Medium => ({ medium: 'face', person, name: person, idNo: `id ${person}` })),
);

/** Faults that do not break what is asserted: a late answer may come after the card has gone. */
const strike = fc.oneof(
  fc.constantFrom<Strike>(
    { kind: 'no-card' },
    { kind: 'dirty-contact', failure: 'check-error' },
    { kind: 'removed-mid-read', at: 'before-identity', failure: 'card-silent' },
    { kind: 'removed-mid-read', at: 'after-identity', failure: 'card-withdrawn' },
    { kind: 'removed-mid-read', at: 'after-pin', failure: 'card-silent' },
    { kind: 'pin-wrong' },
    { kind: 'pin-locked' },
    { kind: 'pin-timeout' },
    { kind: 'pin-cancelled' },
    { kind: 'reader-unplugged' },
    { kind: 'hang' },
    { kind: 'library-missing' },
  ),
  fc.constantFrom(...PEOPLE).map((person): Strike => ({
    kind: 'card-swapped',
    card: socialCardOf(holder(person)) as Extract<Medium, { medium: 'card' }>,
  })),
);

/** Time: 0.3 s of the machine go by. */
type Act = Input | 'time';

const put = medium.map((each): Act => ({ type: 'put', medium: each }));
const take = fc
  .constantFrom<Medium['medium']>('card', 'id-card', 'code', 'face')
  .map((what): Act => ({ type: 'take', what }));
const pin = fc.constantFrom(...PINS).map((typed): Act => ({ type: 'type-pin', pin: typed }));
const command = (names: fc.Arbitrary<CommandName>) =>
  fc
    .record({
      client: fc.constantFrom('a', 'a', 'a', 'b'),
      name: names,
      data: fc.constantFrom('', 'x|y|', '0000000000000000|0000000000000000|'),
      struck: fc.option(strike, { nil: undefined, freq: 4 }),
    })
    .map(({ client, name, data, struck }): Act => ({
      type: 'command',
      id: '1',
      client,
      name: client,
      command: name,
      params: { mode: 'auto', data, lines: ['您好'], photo: false },
      ...(struck && { strike: struck }),
    }));
const rare = fc.constantFrom<Act>(
  { type: 'unplug' }, { type: 'restart' }, { type: 'cancel-pin' }, { type: 'look-at-codes' },
  { type: 'gone', client: 'a' }, { type: 'gone', client: 'b' },
); // prettier-ignore
const time = fc.constant<Act>('time');
const plugged = fc.constant<Act>({ type: 'plug' });

/** What people usually do, with anything in between; and anything at all. */
const acts = fc
  .array(
    fc.oneof(
      fc.tuple(plugged, put, command(fc.constant('verify-pin')), time, time, pin, time, pin),
      fc.tuple(plugged, put, command(fc.constant('change-pin')), time, time, pin, pin, time, pin),
      fc.tuple(plugged, put, command(fc.constantFrom(...COMMAND_NAMES)), time, take, time, time),
      fc.tuple(plugged, command(fc.constantFrom('scan', 'read-any', 'read-face', 'read-card')), time, put, time, rare),
      fc.tuple(take, command(fc.constantFrom(...COMMAND_NAMES)), rare, time, time),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((tuples) => tuples.flat());

/** Who put what where, kept apart from the device: a person by medium. */
type Present = Partial<Record<Medium['medium'], string>>;
type Timer = { readonly at: number; readonly input: Input };
type State = {
  device: Device;
  present: Present;
  timers: Timer[];
  ms: number;
  asked: number;
  answered: number;
  lost: number;
};

const tries = ({ media }: Device) => media.card?.chip.triesLeft;
const sameCard = (a: Device, b: Device) =>
  a.media.card?.card_no === b.media.card?.card_no && a.media.card?.condition === b.media.card?.condition;

const RESETTING = ['verify-pin', 'change-pin', 'unblock-pin', 'reload-pin', 'unblock-pin-step2', 'reload-pin-step2'];

const checkReply = (before: Device, present: Present, out: Extract<Out, { do: 'reply' }>) => {
  const { data, ok } = out.reply;
  if (!ok || !data || data['medium'] === undefined) return;
  const what = data['medium'] as Medium['medium'];
  // The reply leaves with the input before which the medium lay there.
  expect(present[what]).toBeDefined();
  expect(before.media[what]?.person).toBe(present[what]);
  const whose = before.media[what];
  const items = data['items'];
  // The first step without PSAM hands out the 卡识别码 and nothing that names its holder.
  const isFirstStep = Array.isArray(items) && items.length === 9;
  if (whose?.medium === 'card' && items) expect(items).toContain(isFirstStep ? whose.card_sn : whose.card_no);
  if (whose?.medium === 'id-card') expect(data['items']).toContain(whose.idNo);
  if (whose?.medium === 'code') expect(data['text']).toBe(whose.text);
  if (whose?.medium === 'face') expect(data['idNo']).toBe(whose.idNo);
};

/** People's hands, and the fault that takes a card away or lays another one there. */
const notePresence = ({ present }: State, input: Input, out: readonly Out[], after: Device): void => {
  const here = present;
  if (input.type === 'put') here[input.medium.medium] = input.medium.person;
  if (input.type === 'take') Reflect.deleteProperty(here, input.what);
  for (const each of out) {
    if (each.do !== 'tell') continue;
    const what = each.data?.['medium'] as Medium['medium'];
    if (each.event === 'removed') Reflect.deleteProperty(here, what);
    const person = after.media.card?.person;
    if (each.event === 'inserted' && input.type !== 'put' && person !== undefined) here.card = person;
  }
};

const play = (state: State, input: Input) => {
  const before = state.device;
  const running = before.running;
  const { device, out } = reduce(before, input, { now: NOW + 61_000, random: () => 0.5 });
  if (input.type === 'command') state.asked += 1;
  if (input.type === 'gone' && running?.client === input.client) state.lost += 1;
  for (const each of out) {
    if (each.do === 'later') state.timers.push({ at: state.ms + each.ms, input: each.input });
    if (each.do !== 'reply') continue;
    state.answered += 1;
    checkReply(before, state.present, each);
  }
  notePresence(state, input, out, device);
  const said = JSON.stringify(out.filter((each) => each.do === 'reply' || each.do === 'tell'));
  for (const pin of PINS.slice(0, 4)) expect(said).not.toContain(pin);
  if (sameCard(before, device) && (tries(device) ?? 0) > (tries(before) ?? 0)) {
    expect(RESETTING).toContain(running?.command);
    if (running?.command === 'verify-pin') expect(input).toMatchObject({ pin: before.media.card?.chip.pin });
  }
  expect(tries(device) ?? 0).toBeGreaterThanOrEqual(0);
  state.device = device;
};

/** What is due within so many ms, in order. */
const pass = (state: State, ms: number) => {
  const end = state.ms + ms;
  for (;;) {
    const due = state.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
    if (!due) break;
    state.timers = state.timers.filter((each) => each !== due);
    state.ms = due.at;
    play(state, due.input);
  }
  state.ms = end;
};

it.each(DEVICE_KINDS)('a %s keeps its promises whatever happens', (kind) => {
  const { takes } = abilitiesOf(kind);
  fc.assert(
    fc.property(
      fc.constantFrom(...PSAM_STATES),
      fc.constantFrom('auto' as const, 'manual' as const),
      acts,
      (psam, pinEntry, done) => {
        const made = { id: 'r', serial: 'KS1', terminalNo: '990000000001', name: 'r', kind, psam, pinEntry };
        const state: State = { device: deviceOf(made), present: {}, timers: [], ms: 0, asked: 0, answered: 0, lost: 0 };
        for (const each of done) {
          if (each === 'time') pass(state, 300);
          else if (
            each.type === 'put' &&
            (!takes.includes(each.medium.medium) || state.device.media[each.medium.medium])
          )
            continue;
          else play(state, each);
        }
        // Time goes on until nothing is left to do: whoever still waits is answered.
        pass(state, 10_000_000);
        expect(state.timers).toEqual([]);
        expect(state.device.running).toBeUndefined();
        expect(state.answered).toBe(state.asked - state.lost);
      },
    ),
    { numRuns: 150 },
  );
});
