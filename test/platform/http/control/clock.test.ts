import { describe, expect, it } from 'vitest';
import { openCounter } from '../counter.ts';

const counter = openCounter();

type Clock = { clock: { mode: string; now: string; nextDue?: { kind: string; at: string } }; done?: number };

const clock = async () => (await counter.control<Clock>('GET', '/_sandbox/clock')).json.clock;
const advance = (to: string) => counter.control<Clock>('POST', '/_sandbox/clock/advance', { to });

describe('the clock of a workspace', () => {
  it('is told, with what falls due next', async () => {
    expect(await clock()).toEqual({ mode: 'frozen', now: '2026-09-01 10:00:00' });
    await counter.post('/fsi/api/9001', { infno: '9001', msgid: 'S1', input: { signIn: { opter_no: 'S001' } } });
    expect((await clock()).nextDue).toEqual({ kind: 'sign-in-end', key: '000001', at: '2026-09-02 00:00:00' });
  });

  it('moves on to a moment as a person says it, and does what falls due', async () => {
    const moved = await advance('+3d');
    expect(moved.json).toEqual({ clock: { mode: 'frozen', now: '2026-09-04 10:00:00' }, done: 1 });
    expect(counter.sandbox().workspaceOf('').world().store.reader.signIn('000001')?.signedOutAt).toBeDefined();
    expect((await advance('month-end')).json.clock.now).toBe('2026-09-30 23:59:59');
  });

  it('never goes back, whatever is asked', async () => {
    const back = await counter.control('PUT', '/_sandbox/clock', { mode: 'frozen', at: '2026-09-01' });
    expect(back).toMatchObject({ status: 409 });
    expect(back.json).toMatchObject({ message: expect.stringContaining('时间不能倒退：现在是 2026-09-30') as string });
    expect(await advance('2026-09-01')).toMatchObject({ status: 409 });
  });

  it('changes its way from a later moment on', async () => {
    const stepped = await counter.control('PUT', '/_sandbox/clock', {
      mode: 'stepped',
      step: 60_000,
      at: '2026-10-01',
    });
    expect(stepped.json).toMatchObject({ clock: { mode: 'stepped', now: '2026-10-01 00:00:00', step: 60_000 } });
    await counter.post('/fsi/api/9001', { infno: '9001', msgid: 'S2', input: { signIn: { opter_no: 'S001' } } });
    expect((await clock()).now).toBe('2026-10-01 00:01:00');
    const running = await counter.control('PUT', '/_sandbox/clock', { mode: 'running', speed: 60 });
    expect(running.json).toMatchObject({ clock: { mode: 'running', speed: 60 } });
  });

  it('refuses what it cannot read with what it can', async () => {
    expect(await advance('yesterday')).toMatchObject({
      status: 400,
      json: { message: expect.stringContaining('+3d') as string },
    });
    expect(await counter.control('PUT', '/_sandbox/clock', { mode: 'backwards' })).toMatchObject({ status: 422 });
    expect(await counter.control('PUT', '/_sandbox/clock', { mode: 'stepped' })).toMatchObject({ status: 422 });
  });

  it('reads its first time again after a reset', async () => {
    await counter.control('POST', '/_sandbox/workspaces/default/reset');
    expect(await clock()).toEqual({ mode: 'frozen', now: '2026-09-01 10:00:00' });
  });
});
