import { describe, expect, it } from 'vitest';
import type { Write } from '../../../../../src/platform/store/port.ts';
import { journalRow } from '../../../store/rows.ts';
import { NOW, openCounter } from '../../counter.ts';

const counter = openCounter();

const world = () => counter.sandbox().workspaceOf('').world();

const append = (from: number, count: number): Promise<void> =>
  world().queue.submit((writer) =>
    writer.apply(
      Array.from({ length: count }, (_, index): Write => ({
        kind: 'journal.append',
        row: journalRow({ seq: from + index, at: NOW, trace: `T${from + index}` }),
      })),
    ),
  );

type Found = { readonly rows: readonly object[]; readonly next: number | null; readonly dropped: object | null };
type State = { readonly rows: number; readonly dropped: { readonly rows: number } };

const search = async (query: string): Promise<Found> =>
  (await counter.control<Found>('GET', `/_sandbox/journal?${query}`)).json;
const state = async (): Promise<State> => (await counter.control<State>('GET', '/_sandbox/journal/state')).json;

describe('what retention takes', () => {
  it('is told by the state, and by a search that reaches so far', async () => {
    await counter.control('PATCH', '/_sandbox/settings', { journalRows: 1_000 });
    for (let from = 1; from <= 2_000; from += 500) await append(from, 500);
    await expect.poll(async () => (await state()).rows).toBe(1_000);
    expect(await state()).toMatchObject({
      oldest: { seq: 1_001 },
      newest: { seq: 2_000 },
      dropped: { rows: 1_000, upTo: 1_000, until: '2026-09-01 10:00:00' },
    });
    expect(await search('limit=500&before=1300')).toMatchObject({
      next: null,
      dropped: { rows: 1_000, upTo: 1_000, until: '2026-09-01 10:00:00' },
    });
    expect(await search('limit=5')).toMatchObject({ next: 1_996, dropped: null });
    expect(await search('trace=T999')).toMatchObject({ rows: [], dropped: { rows: 1_000 } });
    expect(await search('trace=T999&since=2026-09-02')).toMatchObject({ rows: [], dropped: null });
  });

  it('is told to a client that comes back for it', async () => {
    const response = await counter.request('/_sandbox/journal/live?after=10');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('event: row')) text += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    expect(text).toContain('event: dropped\ndata: {"rows":1000,"upTo":1000');
    expect(text).toContain('id: 1001\nevent: row');
  });

  it('goes by age as the clock moves on, the newest row aside', async () => {
    await counter.control('PATCH', '/_sandbox/settings', { journalDays: 30 });
    await append(3_000, 1);
    await world().queue.idle();
    const moved = await counter.control('POST', '/_sandbox/clock/advance', { to: '2026-10-15' });
    expect(moved.status).toBe(200);
    // The rows go while messages pass; whoever wants the journal as it will be asks for its hash.
    await counter.control('GET', '/_sandbox/journal/hash');
    expect(await state()).toMatchObject({ rows: 1, newest: { seq: 3_000 }, dropped: { rows: 2_000 } });
    expect((await search('limit=10')).rows).toHaveLength(1);
    expect(counter.defects).toEqual([]);
  });
});

describe('a refused message whose bytes are lost', () => {
  it('is held against its table as far as the journal knows it', async () => {
    const row = journalRow({
      seq: 9_000, trace: 'T9000', at: NOW, infno: '2207', infcode: -1, refusal: 'fields-missing', input: '',
      violations: ['input.data.psn_no:missing'],
    }); // prettier-ignore
    await world().queue.submit((writer) => writer.apply([{ kind: 'journal.append', row }]));
    expect((await counter.control('GET', '/_sandbox/journal/T9000/near-miss')).json).toMatchObject({
      bodyLost: true,
      misses: [
        { field: 'input.data.psn_no', allowed: '字符型(30)，必填', clause: expect.stringContaining('2207') as string },
      ],
    });
  });
});
