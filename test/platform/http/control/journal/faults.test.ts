import { describe, expect, it } from 'vitest';
import { DICTIONARY, ENVELOPE, openCounter } from '../../counter.ts';

/** The clock stands at 2026-09-01 10:00:00. */
const counter = openCounter();

type Rows = { readonly rows: readonly { readonly msgid: string; readonly faults?: readonly object[] }[] };

const msgid = (n: number) => `${ENVELOPE.msgid.slice(0, -4)}${1_000 + n}`;
const send = (n: number) => counter.post('/fsi/api/1', { ...DICTIONARY, msgid: msgid(n) });
const arm = (fault: unknown) => counter.control('POST', '/_sandbox/faults', fault);
const found = async (query: string) => (await counter.control<Rows>('GET', `/_sandbox/journal?${query}`)).json.rows;
const hash = async () => (await counter.control<{ hash: string }>('GET', '/_sandbox/journal/hash')).json.hash;

describe('faults in the journal', () => {
  it('stand in the row of the message that they struck, and rows are found by fault and by kind', async () => {
    await arm({ id: 'mine', kind: 'business-error', schedule: { nth: 2 } });
    await arm({ id: 'slow', kind: 'delay', with: { ms: 0 }, stack: true, priority: -1 });
    for (const n of [1, 2, 3]) await send(n);
    const struck = { fault: 'mine', kind: 'business-error', scope: 'before-commit' };
    expect(await found('fault=mine')).toEqual([
      expect.objectContaining({
        msgid: msgid(2),
        faults: [
          expect.objectContaining(struck),
          expect.objectContaining({ fault: 'slow', scope: 'after-commit', with: { ms: 0 } }),
        ],
      }),
    ]);
    expect(await found('fault=delay')).toHaveLength(3);
    expect(await found('fault=any')).toHaveLength(3);
    expect(await found('fault=busy')).toEqual([]);
    const lines = (await (await counter.request('/_sandbox/journal/export?fault=mine')).text()).trim().split('\n');
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ msgid: msgid(2), faults: [struck, { fault: 'slow' }] });
    expect((await counter.request('/_sandbox/journal?fault=%22')).status).toBe(422);
  });

  it('are part of its hash: the same conversation with another fault comes to another one', async () => {
    const played = async (fault: object): Promise<string> => {
      await counter.control('POST', '/_sandbox/workspaces/default/reset');
      await arm(fault);
      await send(9);
      return hash();
    };
    const quiet = { id: 'a', kind: 'delay', with: { ms: 0 } };
    const first = await played(quiet);
    expect(await played({ ...quiet, id: 'b' })).not.toBe(first);
    expect(await played(quiet)).toBe(first);
  });
});

describe('armed faults', () => {
  type Faults = { readonly faults: readonly { readonly id: string; readonly seen: number; readonly fired: number }[] };
  const faults = async () => (await counter.control<Faults>('GET', '/_sandbox/faults')).json.faults;
  const control = (path: string, body?: unknown) => counter.control('POST', `/_sandbox${path}`, body);

  it('are saved with a snapshot, counters included, come back with it, and are gone after a reset', async () => {
    await control('/workspaces/default/reset');
    expect(await faults()).toEqual([]);
    await arm({ id: 'third', kind: 'busy', schedule: { nth: 3 } });
    await send(11);
    await send(12);
    await control('/snapshots', { name: 'armed' });
    await send(13);
    await counter.control('DELETE', '/_sandbox/faults');
    expect(await control('/snapshots/armed/restore')).toMatchObject({ status: 200 });
    expect(await faults()).toMatchObject([{ id: 'third', seen: 2, fired: 0 }]);
    await send(14);
    expect(await faults()).toMatchObject([{ id: 'third', seen: 3, fired: 1 }]);
    await control('/workspaces/default/reset');
    expect(await faults()).toEqual([]);
  });
});
