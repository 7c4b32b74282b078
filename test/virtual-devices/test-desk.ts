import { instantOf } from '../../src/kernel/civil-time.ts';
import { fail, ok } from '../../src/kernel/result.ts';
import { seededChance } from '../../src/virtual-devices/chance.ts';
import { openDesk, type Desk } from '../../src/virtual-devices/desk/desk.ts';
import { deviceForm } from '../../src/virtual-devices/desk/make-device.ts';
import type { Holder } from '../../src/virtual-devices/media/holder.ts';
import type { IssueCode } from '../../src/virtual-devices/media/qr-code.ts';
import { command, type CommandName, type Reply, type ToClient } from '../../src/virtual-devices/protocol/messages.ts';

export const NOW = instantOf('2026-09-01 10:00:00');

export const holder = (person: string, more: Partial<Holder> = {}): Holder => ({
  person,
  name: person === 'li' ? '李四' : '秦双慢',
  idType: '01',
  idNo: person === 'li' ? '619900196803150029' : '619900197605160019',
  gender: '1',
  nationality: '01',
  birthday: '1976-05-16',
  card:
    person === 'li'
      ? { card_no: 'K99000002', card_sn: '610100D15600000500FFFF0000000002' }
      : { card_no: 'K99000001', card_sn: '610100D15600000500FFFF0000000001' },
  issuedOn: '2026-09-01',
  ...more,
});

const PEOPLE: readonly Holder[] = [
  holder('qin'),
  holder('li'),
  { ...without(holder('nobody', { name: '宁无卡', idNo: '329900199412010013' })), person: 'no-card' },
];

function without({ card: _card, ...rest }: Holder): Holder {
  return rest;
}

/** Timers that a test moves: what is due is done in order. */
export const handTimers = () => {
  let now = 0;
  let timers: { at: number; then: () => void }[] = [];
  return {
    later: (ms: number, then: () => void) => {
      const timer = { at: now + ms, then };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    /** So many ms of the machine go by. */
    pass: (ms: number) => {
      const end = now + ms;
      for (;;) {
        const due = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers = timers.filter((each) => each !== due);
        now = due.at;
        due.then();
      }
      now = end;
    },
  };
};

/** A client that remembers what it heard. */
export type Listener = {
  readonly heard: ToClient[];
  readonly replies: () => Reply[];
  /** Names of the events that it heard, those of the desk's own keeping left out. */
  readonly events: () => string[];
  /** Gives a command; the reply comes when time has passed. */
  readonly give: (
    name: CommandName,
    params?: object,
    more?: { id?: string; device?: string; timeout?: number },
  ) => void;
  readonly leave: () => void;
  readonly wasDropped: () => boolean;
};

export type TestDesk = Desk & {
  readonly pass: (ms: number) => void;
  /** The workspace's clock moves. */
  readonly setClock: (now: number) => void;
  readonly client: (name: string, listens?: string) => Listener;
  readonly kept: () => unknown;
  /** Gives a command at reader-1 and lets five seconds go by. */
  readonly read: (name: CommandName, params?: object, device?: string) => Reply;
};

/** An issuer whose codes count up and live for a minute; who has no card has no telephone either. */
const issuer = (now: () => number): IssueCode => {
  let issued = 0;
  return ({ person, by = person }) => {
    issued += 1;
    if (by === 'no-card') return Promise.resolve(fail('宁无卡 没有激活医保电子凭证'));
    return Promise.resolve(ok({ text: String(issued).padStart(28, '0'), until: now() + 60_000 }));
  };
};

/** A desk with reader-1 (four in one) and terminal-1 whose time only a test moves. */
export const testDesk = (): TestDesk => {
  const timers = handTimers();
  let clock = NOW;
  let kept: unknown;
  const desk = openDesk({
    now: () => clock,
    later: timers.later,
    random: seededChance('test'),
    seed: () => 'test',
    holder: (person) => PEOPLE.find((each) => each.person === person),
    issueCode: issuer(() => clock),
    keep: (devices) => {
      kept = devices;
    },
    onDefect: (defect) => {
      throw defect;
    },
  });
  let ids = 0;
  const client = (name: string, listens?: string): Listener => {
    const heard: ToClient[] = [];
    let dropped = false;
    const self = {
      id: `client-${name}`,
      name,
      ...(listens !== undefined && { listens }),
      hear: (message: ToClient) => void heard.push(message),
      drop: () => {
        dropped = true;
      },
    };
    const leave = desk.join(self);
    return {
      heard,
      replies: () => heard.filter((each): each is Reply => each.type === 'reply'),
      events: () => heard.flatMap((each) => (each.type === 'event' ? [each.event] : [])),
      give: (wanted, params = {}, { id, device = 'reader-1', ...more } = {}) => {
        ids += 1;
        const parsed = command.parse({ id: id ?? String(ids), command: wanted, params, ...more });
        desk.order(self, { ...parsed, device });
      },
      leave,
      wasDropped: () => dropped,
    };
  };
  const reader = client('读卡');
  return {
    ...desk,
    pass: timers.pass,
    setClock: (now) => {
      clock = now;
    },
    client,
    kept: () => kept,
    read: (name, params = {}, device = 'reader-1') => {
      const before = reader.replies().length;
      reader.give(name, params, { device });
      timers.pass(5_000);
      const reply = reader.replies()[before];
      if (!reply) throw new Error(`${name} was not answered`);
      return reply;
    },
  };
};

/** A device of that kind more. */
export const withDevice = (desk: Desk, form: object): void => {
  const added = desk.hands.add(deviceForm.parse(form));
  if (!added.ok) throw new Error(added.error.message);
};
