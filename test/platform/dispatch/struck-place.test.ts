import { describe, expect, it } from 'vitest';
import { faultOf } from '../../kernel/fault/rows.ts';
import { audit, opening } from '../../support/audit.ts';
import { openWindow, type Window } from '../../support/window.ts';
import { openTestWorld, type TestWorld } from '../../support/world.ts';
import type { PlaceFault } from '../../../src/kernel/fault/effect.ts';
import { kindNamed } from '../../../src/platform/faults/kinds.ts';

const MSGID = 'H44030099001STRUCK1';

/** A window with a fee to settle, and a place that the next settlement finds struck. */
const struckWindow = async (kind: string, params: Readonly<Record<string, unknown>>, infno = '2207', count = 1) => {
  const world = await openTestWorld();
  const window = await openWindow(world, { persona: 'xian-worker-hypertension-diabetes', dise_codg: 'M03900' });
  await window.upload('B1', 1000);
  const start = opening(world.world.store.reader);
  const checked = kindNamed(kind)?.params.parse(params) as PlaceFault;
  const fault = faultOf({ kind, with: { ...checked }, when: { infno: [infno] }, count });
  await world.add({ kind: 'fault.put', fault });
  return { world, window, start };
};

const standing = ({ world }: TestWorld, { mdtrt_id }: Window, book: 'treatment' | 'national' | 'insured') =>
  world.store.reader
    .settlementsOfVisit(book, mdtrt_id)
    .filter((row) => row.state === 'effective' && row.refundOf === undefined).length;

/** Of the visit at the treatment and at the insured place. */
const books = (world: TestWorld, window: Window) => [
  standing(world, window, 'treatment'),
  standing(world, window, 'insured'),
];

const query = (window: Window, setl_id: string) =>
  window.call('5203', { data: { psn_no: window.psn_no, setl_id, mdtrt_id: window.mdtrt_id } });

const UNKNOWN = '[国家平台] 参保地无应答，结果未知，请发起冲正';
const LOCKED = '[就医地 深圳市] 上一笔结算结果未知，请先冲正';

describe('an insured place that is down while the national node is up', () => {
  it('refuses at once: nothing stands, and the next message is settled', async () => {
    const { world, window, start } = await struckWindow('place-down', { as: 'refuse' });
    const refused = await window.settle('B1', 1000, MSGID);
    expect(refused.err_msg).toBe('[参保地 西安市] 参保地系统暂不可用，请稍后再试');
    expect(books(world, window)).toEqual([0, 0]);
    expect(world.world.store.reader.openLegOfVisit(window.mdtrt_id)).toBeUndefined();
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBeNull();
    expect(books(world, window)).toEqual([1, 1]);
    expect(audit(world.world.store.reader, start)).toEqual([]);
  });

  it('says nothing: unknown, locked for other messages, and settled when the same one comes again', async () => {
    const { world, window, start } = await struckWindow('place-down', { as: 'silent', timeout: 10 });
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBe(UNKNOWN);
    expect(world.world.store.reader.openLegOfVisit(window.mdtrt_id)?.state).toBe('unknown');
    expect(books(world, window)).toEqual([0, 0]);
    expect((await window.settle('B1', 1000)).err_msg).toBe(LOCKED);
    const again = await window.settle('B1', 1000, MSGID);
    expect(again.err_msg).toBeNull();
    expect(books(world, window)).toEqual([1, 1]);
    expect((await window.settle('B1', 1000, MSGID)).bytes).toBe(again.bytes);
    expect(audit(world.world.store.reader, start)).toEqual([]);
    expect(world.defects).toEqual([]);
  });

  it('says nothing twice: still unknown, and the third time it is settled', async () => {
    const { world, window, start } = await struckWindow('place-down', { as: 'silent', timeout: 10 }, '2207', 2);
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBe(UNKNOWN);
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBe(UNKNOWN);
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBeNull();
    expect(books(world, window)).toEqual([1, 1]);
    expect(audit(world.world.store.reader, start)).toEqual([]);
  });

  it('says nothing: reversed, and then settled anew', async () => {
    const { world, window, start } = await struckWindow('place-down', { as: 'silent', timeout: 10 });
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBe(UNKNOWN);
    expect((await window.reverse(MSGID, '2207')).err_msg).toBeNull();
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBe('[就医地 深圳市] 原报文已冲正，请用新报文号');
    expect((await window.settle('B1', 1000)).err_msg).toBeNull();
    expect(books(world, window)).toEqual([1, 1]);
    expect(audit(world.world.store.reader, start)).toEqual([]);
    expect(world.defects).toEqual([]);
  });

  it('says nothing to a reversal: the same reversal asks again', async () => {
    const { world, window, start } = await struckWindow('place-down', { as: 'silent', timeout: 10 }, '2601');
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBeNull();
    expect((await window.reverse(MSGID, '2207', 'REV1')).infcode).toBe(-1);
    expect(books(world, window)).toEqual([1, 1]);
    expect((await window.reverse(MSGID, '2207', 'REV1')).err_msg).toBeNull();
    expect(books(world, window)).toEqual([0, 0]);
    expect(audit(world.world.store.reader, start)).toEqual([]);
  });

  it('is down for a query as well: nothing is locked', async () => {
    const { world, window } = await struckWindow('place-down', { as: 'silent', timeout: 10 }, '2206');
    expect((await window.trial('B1', 1000)).infcode).toBe(-1);
    expect((await window.trial('B1', 1000)).err_msg).toBeNull();
    expect((await window.settle('B1', 1000)).err_msg).toBeNull();
    expect(world.defects).toEqual([]);
  });
});

describe('an insured place that answers slowly', () => {
  it('in time is as good as any other', async () => {
    const { world, window, start } = await struckWindow('place-slow', { ms: 10, timeout: 5_000 });
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBeNull();
    expect(books(world, window)).toEqual([1, 1]);
    expect(audit(world.world.store.reader, start)).toEqual([]);
  });

  it('after its time, asked again at once: answered from its book, and the late answer changes nothing', async () => {
    const { world, window, start } = await struckWindow('place-slow', { ms: 100, timeout: 10 });
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBe(UNKNOWN);
    const again = await window.settle('B1', 1000, MSGID);
    expect(again.err_msg).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 150));
    await world.world.queue.idle();
    expect((await window.settle('B1', 1000, MSGID)).bytes).toBe(again.bytes);
    expect(books(world, window)).toEqual([1, 1]);
    expect(audit(world.world.store.reader, start)).toEqual([]);
    expect(world.defects).toEqual([]);
  });

  it('after its time: unknown, then known, and the same message gets the settlement', async () => {
    const { world, window, start } = await struckWindow('place-slow', { ms: 300, timeout: 10 });
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBe(UNKNOWN);
    expect(books(world, window)[0]).toBe(0);
    await expect.poll(() => books(world, window)).toEqual([1, 1]);
    const again = await window.settle('B1', 1000, MSGID);
    expect(again.err_msg).toBeNull();
    const [row] = world.world.store.reader.settlementsOfVisit('treatment', window.mdtrt_id);
    expect(again.output.setlinfo.setl_id).toBe(row?.setl_id);
    expect(audit(world.world.store.reader, start)).toEqual([]);
    expect(world.defects).toEqual([]);
  });

  it('after its time, reversed meanwhile: nothing stands anywhere', async () => {
    const { world, window, start } = await struckWindow('place-slow', { ms: 100, timeout: 10 });
    await window.settle('B1', 1000, MSGID);
    expect((await window.reverse(MSGID, '2207')).err_msg).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 150));
    await world.world.queue.idle();
    expect(books(world, window)).toEqual([0, 0]);
    expect((await window.settle('B1', 1000)).err_msg).toBeNull();
    expect(audit(world.world.store.reader, start)).toEqual([]);
    expect(world.defects).toEqual([]);
  });
});

describe('two sides that do not agree', () => {
  it('place-only, asked again while the place refuses all: still unknown, then known', async () => {
    const { world, window, start } = await struckWindow('split-commit', { leg: 'place-only', timeout: 10 });
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBe(UNKNOWN);
    const fault = faultOf({ kind: 'place-down', with: { as: 'refuse', text: '暂停', timeout: 10 }, count: 1 });
    await world.add({ kind: 'fault.put', fault });
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBe('[参保地 西安市] 暂停');
    expect((await window.settle('B1', 1000)).err_msg).toBe(LOCKED);
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBeNull();
    expect(books(world, window)).toEqual([1, 1]);
    expect(audit(world.world.store.reader, start)).toEqual([]);
  });

  it('place-only: the place has settled, the others know nothing, and the reversal undoes it there', async () => {
    const { world, window, start } = await struckWindow('split-commit', { leg: 'place-only', timeout: 10 });
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBe(UNKNOWN);
    await expect.poll(() => books(world, window)).toEqual([0, 1]);
    expect((await window.reverse(MSGID, '2207')).err_msg).toBeNull();
    expect(books(world, window)).toEqual([0, 0]);
    expect((await window.settle('B1', 1000)).err_msg).toBeNull();
    expect(books(world, window)).toEqual([1, 1]);
    expect(audit(world.world.store.reader, start)).toEqual([]);
  });

  it('place-only: the same message again brings the settlement of the place into the other books', async () => {
    const { world, window, start } = await struckWindow('split-commit', { leg: 'place-only', timeout: 10 });
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBe(UNKNOWN);
    await expect.poll(() => books(world, window)).toEqual([0, 1]);
    const again = await window.settle('B1', 1000, MSGID);
    const { reader } = world.world.store;
    const numbers = (['treatment', 'national', 'insured'] as const).flatMap((book) =>
      reader.settlementsOfVisit(book, window.mdtrt_id).map(({ setl_id }) => setl_id),
    );
    expect(numbers).toEqual(Array(3).fill(again.output.setlinfo.setl_id));
    expect(audit(reader, start)).toEqual([]);
    expect(world.defects).toEqual([]);
  });

  it('hub-only: the same message again gets the same bytes, and the place has none all the same', async () => {
    const { world, window } = await struckWindow('split-commit', { leg: 'hub-only' });
    const told = await window.settle('B1', 1000, MSGID);
    expect((await window.settle('B1', 1000, MSGID)).bytes).toBe(told.bytes);
    expect(books(world, window)).toEqual([1, 0]);
  });

  it('hub-only: the window has its settlement, the place has none, which the audit of the books finds', async () => {
    const { world, window, start } = await struckWindow('split-commit', { leg: 'hub-only' });
    const told = await window.settle('B1', 1000, MSGID);
    expect(told.err_msg).toBeNull();
    expect(books(world, window)).toEqual([1, 0]);
    expect(standing(world, window, 'national')).toBe(1);
    expect(audit(world.world.store.reader, start)).not.toEqual([]);
    // Whoever is settled next gets a number of its own.
    const next = await openWindow(world, { persona: 'xian-worker-hypertension-diabetes', dise_codg: 'M03900' });
    await next.upload('B1', 500);
    const settled = await next.settle('B1', 500);
    expect(settled.err_msg).toBeNull();
    expect(settled.output.setlinfo.setl_id).not.toBe(told.output.setlinfo.setl_id);
    expect(books(world, next)).toEqual([1, 1]);
    expect(world.defects).toEqual([]);
  });

  it('hub-only: the refund is refused by the place that has no such settlement, without a defect', async () => {
    const { world, window } = await struckWindow('split-commit', { leg: 'hub-only' });
    const told = await window.settle('B1', 1000, MSGID);
    const refund = await window.refund(told.output.setlinfo.setl_id);
    expect(refund.infcode).toBe(-1);
    expect(refund.err_msg).toMatch(/^\[参保地 西安市\] /);
    expect(world.defects).toEqual([]);
  });
});

describe('a query for what is unknown', () => {
  it('5203 finds nothing while it is unknown', async () => {
    const { world, window } = await struckWindow('split-commit', { leg: 'place-only', timeout: 10 });
    await window.settle('B1', 1000, MSGID);
    const [row] = world.world.store.reader.settlementsOfVisit('insured', window.mdtrt_id);
    const asked = await query(window, row?.setl_id ?? '');
    expect(asked.infcode).toBe(-1);
    expect(asked.err_msg).not.toBeNull();
    expect(world.defects).toEqual([]);
  });
});
