import { describe, expect, it, onTestFinished } from 'vitest';
import type { Told } from '../../support/his.ts';
import { rawClient, statusesOf } from '../http/raw-client.ts';
import { openHospital, type Posted } from './hospital.ts';
import { seenOf } from './seen.ts';

const hospital = openHospital();

/** Armed for the messages of one visit, and gone with the test. */
const arm = async (kind: string, mdtrt_id: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const id = await hospital.arm({ kind, when: { field: { path: 'data.mdtrt_id', equals: mdtrt_id } }, ...more });
  onTestFinished(() => hospital.disarm(id));
  return id;
};

const reader = () => hospital.world().store.reader;
const firingsOf = (id: string) =>
  reader()
    .firingsAfter(0, 10_000)
    .filter(({ fault }) => fault === id);
const deliveryOf = (id: string) => reader().delivery(firingsOf(id)[0]?.seq ?? 0)?.state;
const visitIn = (told: Told) => (told.output?.setlinfo as { mdtrt_id?: string } | undefined)?.mdtrt_id;

/** The same message under a msgid of its own. */
const again = ({ path, body }: Posted, n: number): Posted => ({
  path,
  body: body.replace(/"msgid":"(.{24})/, (_, start: string) => `"msgid":"${start.slice(0, -5)}${90_000 + n}`),
});

describe('an answer', () => {
  it('has not left when the client gave up while it was held back; the settlement stands', async () => {
    const patient = await hospital.patient();
    const id = await arm('late-answer', patient.mdtrt_id, { with: { ms: 300 } });
    const client = await rawClient(hospital.url());
    await client.write(hospital.http(patient.settlement));
    await expect.poll(() => patient.standing()).toEqual([1, 1]);
    client.socket.destroy();
    await expect.poll(() => deliveryOf(id), { timeout: 5_000 }).toBe('cut');
    expect(seenOf(client).heads).toBe(0);
  });

  it('that goes to the next message is what that one gets, whose own answer is lost', async () => {
    const [first, second] = [await hospital.patient(), await hospital.patient()];
    const id = await arm('answer-to-next', first.mdtrt_id);
    const client = await rawClient(hospital.url());
    await client.write(hospital.http(first.settlement));
    await expect.poll(() => seenOf(client).end).toBe('rst');
    const told = await hospital.send(second.settlement);
    expect(visitIn(told)).toBe(first.mdtrt_id);
    expect([first.standing(), second.standing()]).toEqual([
      [1, 1],
      [1, 1],
    ]);
    await expect.poll(() => deliveryOf(id)).toBe('sent');
    const [own] = reader().journal(1);
    const head = reader().headsOfTrace(own?.trace ?? '')[0];
    await expect.poll(() => reader().delivery(head?.seq ?? 0)?.state).toBe('cut');
    expect(visitIn(await hospital.send(second.settlement))).toBe(second.mdtrt_id);
  });

  it('out of order comes when the next one has come', async () => {
    const [first, second] = [await hospital.patient(), await hospital.patient()];
    await arm('out-of-order', first.mdtrt_id, { with: { most: 20_000 } });
    const order: string[] = [];
    const late = hospital.send(first.settlement).then((told) => order.push(`first ${visitIn(told) ?? ''}`));
    await expect.poll(() => first.standing()).toEqual([1, 1]);
    await hospital.send(second.settlement).then((told) => order.push(`second ${visitIn(told) ?? ''}`));
    await late;
    expect(order).toEqual([`second ${second.mdtrt_id}`, `first ${first.mdtrt_id}`]);
  });

  it('out of order comes at last although nothing follows', async () => {
    const patient = await hospital.patient();
    await arm('out-of-order', patient.mdtrt_id, { with: { most: 30 } });
    expect(visitIn(await hospital.send(patient.settlement))).toBe(patient.mdtrt_id);
  });
});

describe('one connection', () => {
  it('lives on after a fault that leaves it alone', async () => {
    const patient = await hospital.patient();
    await arm('gateway-error', patient.mdtrt_id, { count: 1 });
    const client = await rawClient(hospital.url());
    await client.write(hospital.http(patient.settlement));
    await expect.poll(() => statusesOf(client.received())).toEqual([503]);
    await client.write(hospital.http(patient.settlement));
    await expect.poll(() => statusesOf(client.received())).toEqual([503, 200]);
    expect(patient.standing()).toEqual([1, 1]);
  });

  it.each(['fin', 'rst'])('that is killed when it is idle brings the whole answer first (%s)', async (how) => {
    const patient = await hospital.patient();
    await arm('keep-alive-killed', patient.mdtrt_id, { with: { how } });
    const client = await rawClient(hospital.url());
    await client.write(hospital.http(patient.settlement));
    await expect.poll(() => seenOf(client)).toMatchObject({ heads: 1, body: 'whole', end: how });
    expect(client.received()).toContain('Keep-Alive: timeout=75');
    expect(visitIn(await hospital.send(patient.settlement))).toBe(patient.mdtrt_id);
    expect(patient.standing()).toEqual([1, 1]);
  });
});

describe('a fault that a message orders for itself by header', () => {
  it('strikes that one alone', async () => {
    const patient = await hospital.patient();
    const client = await rawClient(hospital.url());
    await client.write(hospital.http(patient.settlement, 'X-Kuasheng-Fault: answer-lost;how=rst\r\n'));
    await expect.poll(() => seenOf(client)).toMatchObject({ heads: 0, end: 'rst' });
    expect(patient.standing()).toEqual([1, 1]);
    expect(reader().firingsAfter(0, 10_000).at(-1)).toMatchObject({ fault: 'header', kind: 'answer-lost' });
    expect(visitIn(await hospital.send(patient.settlement))).toBe(patient.mdtrt_id);
  });

  it('that is not there is told, and nothing is done', async () => {
    const patient = await hospital.patient();
    const told = await hospital.send(patient.settlement, { 'x-kuasheng-fault': 'no-such-thing' });
    expect(told.infcode).toBe(-1);
    expect(told.bytes).toContain('kind');
    expect(patient.standing()).toEqual([0, 0]);
  });
});

describe('200 messages at once', () => {
  it.each([
    ['the 100th', { schedule: { nth: 100 } }, 1],
    ['every 10th', { schedule: { every: 10 } }, 20],
    ['the first 30', { schedule: { first: 30 } }, 30],
    ['17 of them and no more', { count: 17 }, 17],
    ['a script', { schedule: { script: ['ok', 'fail', 'fail', 'ok'] } }, 2],
  ])('%s: counted exactly', async (_name, more, struck) => {
    const patient = await hospital.patient();
    const id = await arm('business-error', patient.mdtrt_id, more);
    const trial = await patient.trial();
    const told = await Promise.all(Array.from({ length: 200 }, (_, n) => hospital.send(again(trial, n))));
    expect(told.filter(({ infcode }) => infcode === -1)).toHaveLength(struck);
    expect(firingsOf(id)).toHaveLength(struck);
    const fault = reader()
      .faults()
      .find((one) => one.id === id);
    expect(fault?.fired).toBe(struck);
    // A fault that is spent counts no more.
    expect(fault?.seen).toBe('count' in more ? 17 : 200);
  });
});
