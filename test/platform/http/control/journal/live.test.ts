import { describe, expect, it } from 'vitest';
import { must } from '../../../../../src/kernel/assert.ts';
import { MOST_WAITING } from '../../../../../src/platform/http/control/journal/feed.ts';
import type { JournalRow, Write } from '../../../../../src/platform/store/port.ts';
import { journalRow } from '../../../store/rows.ts';
import { DICTIONARY, openCounter } from '../../counter.ts';

const counter = openCounter();

type Event = { readonly event: string; readonly id?: number; readonly data: Record<string, unknown> };

const eventOf = (block: string): Event[] => {
  const { event, data, id } = Object.fromEntries(
    block.split('\n').flatMap((line) => {
      const [, name = '', value = ''] = /^(\w+): (.*)$/.exec(line) ?? [];
      return name === '' ? [] : [[name, value]];
    }),
  ) as Record<string, string>;
  if (event === undefined || data === undefined) return [];
  return [{ event, ...(id !== undefined && { id: Number(id) }), data: JSON.parse(data) as Record<string, unknown> }];
};

/** A client of the live stream; it reads only when it is asked for the next event. */
const listen = async (query = '', headers: Record<string, string> = {}) => {
  const response = await counter.request(`/_sandbox/journal/live${query}`, { headers });
  must(response.body, 'a stream has a body');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const events: Event[] = [];
  const next = async (): Promise<Event | undefined> => {
    for (;;) {
      const known = events.shift();
      if (known) return known;
      const { done, value } = await reader.read();
      if (done) return undefined;
      const blocks = (text + value).split('\n\n');
      text = blocks.pop() ?? '';
      events.push(...blocks.flatMap(eventOf));
    }
  };
  const take = async (count: number): Promise<Event[]> => {
    const taken: Event[] = [];
    for (let at = 0; at < count; at += 1) {
      const event = await next();
      if (event) taken.push(event);
    }
    return taken;
  };
  return { next, take, leave: () => reader.cancel() };
};

const ask = (infno = '1901') => counter.post(`/fsi/api/${infno}`, { ...DICTIONARY, infno });

/** Puts rows into the journal, as messages of any number would. */
const append = (...rows: readonly Partial<JournalRow>[]): Promise<void> =>
  counter
    .sandbox()
    .workspaceOf('')
    .world()
    .queue.submit((writer) =>
      writer.apply(rows.map((row): Write => ({ kind: 'journal.append', row: journalRow(row) }))),
    );

describe('the live journal', () => {
  it('tells each row when it is durable, in the order of commits', async () => {
    const client = await listen();
    await ask();
    await ask('9999');
    const [first, second] = await client.take(2);
    expect(first).toMatchObject({
      event: 'row',
      data: { infno: '1901', title: '字典表查询', at: '2026-09-01 10:00:00' },
    });
    expect(second?.data).toMatchObject({ infno: '9999', refusal: 'transaction-unknown' });
    expect(first?.id).toBe(first?.data['seq']);
    await client.leave();
  });

  it('tells those that were asked for', async () => {
    const client = await listen('?refusal=transaction-unknown');
    await ask();
    await ask('9998');
    expect((await client.next())?.data).toMatchObject({ infno: '9998' });
    await client.leave();
    expect((await counter.request('/_sandbox/journal/live?door=window')).status).toBe(422);
  });

  it('goes on where a client left off, late rows with lower numbers included', async () => {
    await append({ seq: 900_010 }, { seq: 900_020 });
    const client = await listen('', { 'last-event-id': '900010' });
    expect((await client.next())?.id).toBe(900_020);
    await append({ seq: 900_015 });
    expect((await client.next())?.id).toBe(900_015);
    await client.leave();
    await append({ seq: 900_012 }, { seq: 900_030 });
    const again = await listen('', { 'last-event-id': '900015' });
    expect((await again.take(2)).map(({ id }) => id)).toEqual([900_012, 900_030]);
    await again.leave();
    expect((await counter.request('/_sandbox/journal/live', { headers: { 'last-event-id': 'x' } })).status).toBe(422);
  });

  it('reads from the book what nobody remembers, then goes on, no row twice', async () => {
    const client = await listen('?after=900011');
    expect((await client.take(4)).map(({ id }) => id)).toEqual([900_012, 900_015, 900_020, 900_030]);
    await append({ seq: 900_040 });
    expect((await client.next())?.id).toBe(900_040);
    await client.leave();
  });

  it('drops a client that reads too slowly, and says how much it has missed', async () => {
    const client = await listen();
    for (let from = 1_000_000; from < 1_000_000 + MOST_WAITING + 500; from += 500) {
      await append(...Array.from({ length: 500 }, (_, index) => ({ seq: from + index })));
    }
    await append({ seq: 2_000_000 }, { seq: 2_000_001 });
    const events: Event[] = [];
    for (let event = await client.next(); event; event = await client.next()) events.push(event);
    const last = events.at(-1);
    expect(last).toEqual({ event: 'missed', data: { missed: 502 - (events.length - 1 - MOST_WAITING) } });
    const lastRow = events.at(-2)?.id ?? 0;
    const again = await listen('', { 'last-event-id': String(lastRow) });
    expect((await again.next())?.id).toBe(lastRow + 1);
    await again.leave();
  });

  it('ends when the workspace is reset', async () => {
    const client = await listen();
    await client.take(0);
    await counter.control('POST', '/_sandbox/workspaces/default/reset');
    expect(await client.next()).toMatchObject({ event: 'end' });
    expect(await client.next()).toBeUndefined();
  });
});
