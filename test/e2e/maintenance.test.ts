import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../src/kernel/civil-time.ts';
import { decodeBody } from '../../src/platform/dispatch/decode-body.ts';
import {
  announceMaintenance,
  cancelMaintenance,
  extendMaintenance,
  openSandbox,
  type Sandbox,
} from '../../src/platform/sandbox.ts';
import { slowPlace, type Pace } from '../support/slow-place.ts';
import { openWindow, type Window } from '../support/window.ts';
import { sendDecoded, type Answer, type Call, type TestWorld } from '../support/world.ts';

/** A workspace with its own clock, before, in and after a maintenance window of the national node. */

const START = { mode: 'frozen', at: instantOf('2026-09-01 10:00:00') } as const;
const TEXT = '跨省子系统升级';
const PERIOD = '（2026-09-01 12:00 至 2026-09-01 14:00）';
const DOWN = `[国家平台] 系统停机维护${PERIOD}，请在维护结束后办理。${TEXT}`;
const AHEAD =
  `[国家平台] 系统将停机维护${PERIOD}，现已停办新业务，请在维护结束后办理；` +
  `此前业务的退费、冲正、查询照常。${TEXT}`;
const NATION = { node: 'national', from: '2026-09-01 12:00', to: '2026-09-01 14:00', text: TEXT };
const VISITOR = { persona: 'xian-acceptance-worker', dise_codg: 'M06900' };

let sandbox: Sandbox;
let defects: unknown[];
let serial = 0;

/** `pace` makes 西安市 a place that answers in its own time. */
const open = async (pace?: Parameters<typeof slowPlace>[1]): Promise<void> => {
  const running = () => sandbox.workspaceOf('').world();
  sandbox = await openSandbox({
    startClock: START,
    onDefect: (defect) => defects.push(defect),
    ...(pace && { parts: { insuredPlace: () => slowPlace(running, pace) } }),
  });
};

beforeEach(() => {
  defects = [];
});

afterEach(async () => {
  expect(defects).toEqual([]);
  await sandbox.close();
});

const world = () => sandbox.workspaceOf('').world();
const clockwork = () => sandbox.workspaceOf('').clockwork();
const at = (time: string) => clockwork().advance(instantOf(`2026-09-01 ${time}`));

const announce = async (form: object): Promise<string> => {
  const announced = await announceMaintenance(world(), form);
  if (!announced.ok) throw new Error(JSON.stringify(announced.error));
  return announced.value.id;
};

const call: Call = async (infno, input, envelope = {}) => {
  serial += 1;
  const msgid = `H44030099001MAINTENANCE${serial}`;
  const heading = { mdtrtarea_admvs: '440300', infver: '1.0.0', opter: 'S1', fixmedins_code: 'H44030099001' };
  const bytes = new TextEncoder().encode(JSON.stringify({ ...heading, msgid, infno, input, ...envelope }));
  return sendDecoded(world(), 'hospital', decodeBody({ bytes, contentType: 'application/json' }));
};

/** What a cashier's window needs of a world. */
const counter = (): TestWorld => {
  const persona = (id: string) => {
    const found = world()
      .store.reader.personas()
      .find((row) => row.persona?.id === id);
    if (!found) throw new Error(`no persona ${id}`);
    return found;
  };
  return { call, persona } as unknown as TestWorld;
};

const visit = (): Promise<Window> => openWindow(counter(), VISITOR);

it('a visit is settled before the lead time and refunded in it, a new one is refused until the end', async () => {
  await open();
  const window = await visit();
  await window.upload('B1', 100);
  await announce({ ...NATION, lead: '1h' });
  await at('10:59:59');
  const settled = await window.settle('B1', 100, 'S1');
  expect(settled.err_msg).toBeNull();

  await at('11:00:00');
  await expect(visit()).rejects.toThrow(AHEAD);
  expect((await window.settle('B1', 100, 'S1')).bytes).toBe(settled.bytes);
  expect((await window.refund(settled.output.setlinfo.setl_id, 'R1')).err_msg).toBeNull();
  expect((await window.settle('B1', 100)).err_msg).toBe(AHEAD);

  await at('11:59:59');
  expect((await window.reverse('R1', '2208')).err_msg).toBeNull();
  await at('12:00:00');
  await expect(visit()).rejects.toThrow(DOWN);
  expect((await window.refund(settled.output.setlinfo.setl_id)).err_msg).toBe(DOWN);
  expect((await window.reverse('S1', '2207')).err_msg).toBe(DOWN);
  expect((await window.upload('B2', 100)).err_msg).toBeNull();

  await at('14:00:00');
  expect((await window.refund(settled.output.setlinfo.setl_id)).err_msg).toBeNull();
  expect((await (await visit()).upload('B3', 100)).err_msg).toBeNull();
});

it('a window that takes longer is told with its new end; one that is called off is no more', async () => {
  await open();
  const window = await visit();
  const asks = async () => (await window.call('5301', { data: { psn_no: window.psn_no } })).err_msg;
  const id = await announce({ ...NATION, lead: '1h' });
  await at('13:59:59');
  expect(await asks()).toBe(DOWN);
  expect(await extendMaintenance(world(), id, { to: '2026-09-01 15:00', text: '延长一小时' })).toMatchObject({
    ok: true,
  });
  await at('14:30:00');
  const longer = '[国家平台] 系统停机维护（2026-09-01 12:00 至 2026-09-01 15:00），请在维护结束后办理。延长一小时';
  expect(await asks()).toBe(longer);
  await cancelMaintenance(world(), id);
  expect(await asks()).toBeNull();
});

it('the begin of a window is due work, until it is called off', async () => {
  await open();
  const id = await announce(NATION);
  expect(world().store.reader.nextDue(Number.MAX_SAFE_INTEGER)).toEqual({
    kind: 'maintenance-begin', key: id, at: instantOf('2026-09-01 12:00:00'),
  }); // prettier-ignore
  await cancelMaintenance(world(), id);
  expect(world().store.reader.nextDue(Number.MAX_SAFE_INTEGER)).toBeUndefined();
  await announce(NATION);
  expect(await at('13:00:00')).toEqual({ ok: true, done: 1 });
});

const promise = (): readonly [Promise<void>, () => void] => {
  let resolve: () => void = () => undefined;
  return [new Promise<void>((done) => (resolve = done)), () => resolve()];
};

describe('a message that waits when a window begins on its way', () => {
  /** Holds the answers of one transaction; `reached` when the first of them is held. */
  const gate = (infno: string) => {
    const [opened, release] = promise();
    const [reached, reach] = promise();
    const after: Pace = (question) => {
      if (question.infno !== infno) return Promise.resolve();
      reach();
      return opened;
    };
    return { pace: { after, timeoutMs: 60_000 }, release, reached };
  };
  const UNKNOWN = `[国家平台] 系统已停机维护${PERIOD}，本次办理结果未知，维护结束后请发起冲正。${TEXT}`;

  const waiting = async (pace: Parameters<typeof slowPlace>[1]) => {
    await open(pace);
    const window = await visit();
    await window.upload('B1', 100);
    const settling = window.settle('B1', 100, 'S1');
    await sent();
    return { window, settling };
  };
  const sent = async () => {
    while (world().store.reader.legsInState('sent').length === 0) await new Promise((done) => setTimeout(done, 5));
  };
  const until = async (condition: () => boolean) => {
    for (let tries = 0; tries < 400 && !condition(); tries += 1) await new Promise((done) => setTimeout(done, 5));
    expect(condition()).toBe(true);
  };

  it.each(['12:00:00', '23:00:00'])('is told so as soon as time has moved to %s, and can be reversed', async (time) => {
    const { pace, release } = gate('1107');
    const { window, settling } = await waiting(pace);
    await announce(NATION);
    await at('11:59:59');
    await at(time);
    expect((await settling).err_msg).toBe(UNKNOWN);
    expect(world().store.reader.legsInState('unknown')).toHaveLength(1);
    const row = world()
      .store.reader.journal(10)
      .find(({ door, infno }) => door === 'insured' && infno === '1107');
    expect(row).toMatchObject({ refusal: 'maintenance-begun', via: 'remote' });
    if (time === '12:00:00') expect((await window.reverse('S1', '2207')).err_msg).toBe(DOWN);
    await at('23:00:00');
    expect((await window.reverse('S1', '2207')).err_msg).toBeNull();
    expect((await window.settle('B1', 100, 'S1')).err_msg).toContain('原报文已冲正');
    release();
  });

  it('is told at once of one that begins now', async () => {
    const { pace, release } = gate('1107');
    const { settling } = await waiting(pace);
    await announce({ node: '610100', to: '2026-09-01 14:00', text: '断电' });
    expect((await settling).err_msg).toBe(
      '[参保地 西安市] 系统已停机维护（2026-09-01 10:00 至 2026-09-01 14:00），本次办理结果未知，维护结束后请发起冲正。断电',
    );
    release();
  });

  it('is not told of a lead time, nor of one that is down elsewhere', async () => {
    const { pace, release } = gate('1107');
    const { settling } = await waiting(pace);
    await announce({ ...NATION, lead: '1h' });
    await announce({ node: '510100', to: '2026-09-01 14:00', text: '断电' });
    await at('11:30:00');
    release();
    expect((await settling).err_msg).toBeNull();
  });

  it('is known when the answer comes after all, and then repeated from the book', async () => {
    const { pace, release } = gate('1107');
    const { window, settling } = await waiting(pace);
    await announce(NATION);
    await at('12:00:00');
    expect((await settling).err_msg).toBe(UNKNOWN);
    release();
    await until(() =>
      world()
        .store.reader.legsInState('done')
        .some(({ mdtrt_id }) => mdtrt_id === window.mdtrt_id),
    );
    await at('14:00:00');
    expect((await window.settle('B1', 100, 'S1')).err_msg).toBeNull();
    expect((await window.reverse('S1', '2207')).err_msg).toBeNull();
  });

  it('is told like any other message when it only asks', async () => {
    const { pace, release, reached } = gate('1406');
    await open(pace);
    const window = await visit();
    const asking = window.call('5301', { data: { psn_no: window.psn_no } });
    await reached;
    await announce(NATION);
    await at('12:00:00');
    expect((await asking).err_msg).toBe(DOWN);
    release();
  });

  it('is told by a clock that runs by itself', async () => {
    const { pace, release } = gate('1107');
    const { settling } = await waiting(pace);
    await announce(NATION);
    const wall = sandbox.workspaceOf('').wall.now();
    await clockwork().change({ mode: 'running', wall, at: instantOf('2026-09-01 11:59:58'), speed: 20 });
    expect((await settling).err_msg).toBe(UNKNOWN);
    release();
  });

  it('is told when the message of somebody else steps the clock there', async () => {
    const { pace, release } = gate('1107');
    const { settling } = await waiting(pace);
    await announce(NATION);
    await clockwork().change({ mode: 'stepped', at: instantOf('2026-09-01 11:59:59'), step: 1_000 });
    const others: Answer[] = [];
    for (const type of ['GEND', 'NATY']) others.push(await call('1901', { data: { type } }));
    expect(others.map(({ infcode }) => infcode)).toEqual([0, 0]);
    expect((await settling).err_msg).toBe(UNKNOWN);
    release();
  });
});
