import { afterEach, describe, expect, it } from 'vitest';
import { openCounter } from '../counter.ts';
import { settle, type Settled } from '../settle.ts';

const counter = openCounter();

type Table = { table: string; added: number; removed: number; changed: number; rows: { key: string }[] };

const control = <T = unknown>(method: string, path: string, body?: unknown) =>
  counter.control<T>(method, `/_sandbox${path}`, body);
const reader = (name = 'default') => counter.sandbox().workspace(name)?.world().store.reader;

let settled: Settled;

afterEach(() => {
  expect(counter.defects).toEqual([]);
});

describe('a snapshot', () => {
  it('is saved under a name, with the time of the workspace and a note', async () => {
    settled = await settle(counter);
    const saved = await control('POST', '/snapshots', { name: 'paid', note: '结算之后' });
    expect(saved).toMatchObject({
      status: 201,
      json: { snapshot: { name: 'paid', savedAt: '2026-09-01 10:00:00', note: '结算之后' } },
    });
    expect((await control('GET', '/snapshots')).json).toMatchObject({ snapshots: [{ name: 'paid' }] });
  });

  it('says what has changed since, row by row', async () => {
    const { setl_id, mdtrt_id, psn_no } = settled;
    await settled.send('2208', { data: { setl_id, mdtrt_id, psn_no } });
    const { json } = await control<{ tables: Table[] }>('GET', '/snapshots/paid/diff');
    const table = (name: string) => json.tables.find((row) => row.table === name);
    expect(table('settlement')).toMatchObject({ added: 3, changed: 3, removed: 0 });
    expect(table('settlement')?.rows.map((row) => row.key)).toContain(`treatment ${setl_id}`);
    expect(table('account')).toMatchObject({ added: 0, changed: 1 });
    expect(table('person')).toBeUndefined();
  });

  it('is restored: state, clock and settings as they were, and what was said of the past is still there', async () => {
    await control('PATCH', '/settings', { strict: true });
    await control('POST', '/clock/advance', { to: '+3d' });
    expect((await control('POST', '/snapshots/paid/restore')).status).toBe(200);
    expect(reader()?.settlement('treatment', settled.setl_id)?.state).toBe('effective');
    expect((await control('GET', '/clock')).json).toMatchObject({ clock: { now: '2026-09-01 10:00:00' } });
    expect((await control('GET', '/settings')).json).toMatchObject({ settings: { strict: false } });
    const exchange = await control('GET', `/exchanges/${settled.trace}`);
    expect(exchange.json).toMatchObject({ bodyLost: false, request: { encoding: 'utf-8' } });
  });

  it('goes on from there as if nothing had been: the same refund succeeds again', async () => {
    const { setl_id, mdtrt_id, psn_no } = settled;
    await settled.send('2208', { data: { setl_id, mdtrt_id, psn_no } });
    expect(reader()?.settlement('treatment', setl_id)?.state).toBe('refunded');
  });

  it('begins another workspace, which lives a life of its own', async () => {
    expect((await control('POST', '/fork', { name: 'from-paid', snapshot: 'paid' })).status).toBe(201);
    expect((await control('POST', '/fork', { name: 'from-now' })).status).toBe(201);
    const state = (name: string) => reader(name)?.settlement('treatment', settled.setl_id)?.state;
    expect([state('from-paid'), state('from-now'), state('default')]).toEqual(['effective', 'refunded', 'refunded']);
    expect((await control('GET', '/snapshots')).json).toMatchObject({ snapshots: [{ name: 'paid' }] });
  });

  it('is refused under a name that is none, not found, taken by a workspace', async () => {
    expect(await control('POST', '/snapshots', { name: '../up' })).toMatchObject({ status: 422 });
    expect(await control('POST', '/snapshots/none/restore')).toMatchObject({ status: 404 });
    expect(await control('GET', '/snapshots/..%2Fup/diff')).toMatchObject({ status: 404 });
    expect(await control('POST', '/fork', { name: 'from-now' })).toMatchObject({ status: 409 });
    expect((await control('DELETE', '/snapshots/paid')).status).toBe(200);
    expect((await control('DELETE', '/snapshots/paid')).status).toBe(404);
  });
});
