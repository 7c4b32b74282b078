import { describe, expect, it } from 'vitest';
import { EMBEDDED, type InsuredPlace } from '../../../src/platform/dispatch/insured-place.ts';
import { faultOf } from '../../kernel/fault/rows.ts';
import { audit, opening } from '../../support/audit.ts';
import { openWindow } from '../../support/window.ts';
import { openTestWorld } from '../../support/world.ts';

const MSGID = 'H44030099001HANDS1';
const UNKNOWN = '[国家平台] 参保地无应答，结果未知，请发起冲正';
const LOCKED = '[就医地 深圳市] 上一笔结算结果未知，请先冲正';

describe('a place that has changed hands while an outcome is unknown', () => {
  const silent: InsuredPlace = { kind: 'waiting', timeoutMs: 10, send: () => Promise.reject(new Error('silent')) };
  const openAt = async (first: InsuredPlace) => {
    const answering: { place: InsuredPlace } = { place: EMBEDDED };
    const world = await openTestWorld({ insuredPlace: () => answering.place });
    const window = await openWindow(world, { persona: 'xian-worker-hypertension-diabetes', dise_codg: 'M03900' });
    await window.upload('B1', 1000);
    answering.place = first;
    const start = opening(world.world.store.reader);
    return { world, window, answering, books: () => audit(world.world.store.reader, start) };
  };

  it('is not asked again what the engine was asked: the new system has another book', async () => {
    const { world, window, answering, books } = await openAt(EMBEDDED);
    const fault = faultOf({ kind: 'split-commit', with: { leg: 'place-only', timeout: 10 }, count: 1 });
    await world.add({ kind: 'fault.put', fault });
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBe(UNKNOWN);
    answering.place = silent;
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBe(LOCKED);
    answering.place = EMBEDDED;
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBeNull();
    expect(books()).toEqual([]);
    expect(world.defects).toEqual([]);
  });

  it('is not asked again what its own system was asked, be the engine struck or not', async () => {
    const { world, window, answering } = await openAt(silent);
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBe(UNKNOWN);
    answering.place = EMBEDDED;
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBe(LOCKED);
    const fault = faultOf({ kind: 'place-slow', with: { ms: 1, timeout: 5_000 }, count: 1 });
    await world.add({ kind: 'fault.put', fault });
    expect((await window.settle('B1', 1000, MSGID)).err_msg).toBe(LOCKED);
    expect(world.world.store.reader.settlementsOfVisit('insured', window.mdtrt_id)).toEqual([]);
  });
});
