import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  openBodies,
  type Bodies,
  type BodiesOptions,
  type Body,
} from '../../../../src/platform/store/sqlite/bodies.ts';
import { temporaryFile } from './temporary-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (body: Body): string => new TextDecoder().decode(body.bytes);

const came = (seq: number, text: string): Body => ({
  seq,
  direction: 'in',
  at: 1_788_226_200_000,
  content_type: 'application/json',
  bytes: bytes(text),
});
const went = (seq: number, text: string): Body => ({ ...came(seq, text), direction: 'out' });

const open = (options: Partial<BodiesOptions> & { file: string }): Bodies => {
  const bodies = openBodies({
    generation: 1,
    schedule: () => undefined,
    onLoss: ({ problem }) => {
      throw problem;
    },
    ...options,
  });
  onTestFinished(() => bodies.close());
  return bodies;
};

/** How many bodies are in the file itself. */
const written = (file: string): unknown => {
  const connection = new Sqlite(file, { readonly: true });
  const count = connection.prepare('select count(*) from body').pluck().get();
  connection.close();
  return count;
};

describe('bodies', () => {
  it('are read by the number of their journal row, before and after they are written', () => {
    const bodies = open({ file: temporaryFile('bodies.db') });
    bodies.append(came(1, '{"infno":"2207"}'));
    bodies.append(went(1, '{"infcode":0}'));
    bodies.append(came(2, '{}'));
    expect(bodies.read(1).map(textOf)).toEqual(['{"infno":"2207"}', '{"infcode":0}']);
    bodies.flush();
    expect(bodies.read(1).map((body) => [body.direction, textOf(body)])).toEqual([
      ['in', '{"infno":"2207"}'],
      ['out', '{"infcode":0}'],
    ]);
    expect(bodies.read(2)[0]).toMatchObject({ seq: 2, at: 1_788_226_200_000, content_type: 'application/json' });
    expect(bodies.read(3)).toEqual([]);
  });

  it('are any bytes at all', () => {
    const bodies = open({ file: temporaryFile('bodies.db') });
    const gbk = {
      ...came(1, ''),
      bytes: Uint8Array.of(0xc9, 0xee, 0x00, 0xff),
      content_type: 'text/plain; charset=GBK',
    };
    bodies.append(gbk);
    bodies.append(came(2, ''));
    bodies.flush();
    expect([...(bodies.read(1)[0]?.bytes ?? [])]).toEqual([0xc9, 0xee, 0x00, 0xff]);
    expect(bodies.read(2)[0]?.bytes.byteLength).toBe(0);
  });

  it('are there after the program ended', () => {
    const file = temporaryFile('bodies.db');
    const first = openBodies({ file, generation: 1, schedule: () => undefined, onLoss: () => undefined });
    first.append(came(1, 'kept'));
    first.close();
    expect(open({ file }).read(1).map(textOf)).toEqual(['kept']);
  });

  it('wait for the scheduler, which is told once a batch', () => {
    const file = temporaryFile('bodies.db');
    const due: (() => void)[] = [];
    const bodies = open({ file, schedule: (flush) => due.push(flush) });
    bodies.append(came(1, 'a'));
    bodies.append(went(1, 'b'));
    expect(due).toHaveLength(1);
    expect(written(file)).toBe(0);
    due.pop()?.();
    expect(written(file)).toBe(2);
    bodies.append(came(2, 'c'));
    expect(due).toHaveLength(1);
  });

  it('are written at once when too many bytes wait', () => {
    const file = temporaryFile('bodies.db');
    const bodies = open({ file, limit: 10 });
    bodies.append(came(1, '12345'));
    expect(written(file)).toBe(0);
    bodies.append(came(2, '67890'));
    expect(written(file)).toBe(2);
  });

  it('of a generation that was given up are not taken for those of the next', () => {
    const file = temporaryFile('bodies.db');
    const first = open({ file, generation: 1 });
    first.append(came(1, 'before the snapshot'));
    first.append(came(2, 'given up'));
    first.flush();
    const restored = open({ file, generation: 2 });
    expect(restored.read(2)).toEqual([]);
    restored.append(came(2, 'after the restore'));
    restored.flush();
    expect(restored.read(2).map(textOf)).toEqual(['after the restore']);
    expect(restored.read(1, 1).map(textOf)).toEqual(['before the snapshot']);
  });

  it('that cannot be written are dropped and reported, and the next ones are written', () => {
    const file = temporaryFile('bodies.db');
    const lost: number[] = [];
    const bodies = open({ file, onLoss: ({ count }) => lost.push(count) });
    bodies.append(came(1, 'before'));
    bodies.append({ ...came(1, 'broken'), content_type: null as unknown as string });
    bodies.flush();
    expect(lost).toEqual([2]);
    expect(bodies.read(1)).toEqual([]);
    bodies.append(came(2, 'after'));
    bodies.flush();
    expect(bodies.read(2).map(textOf)).toEqual(['after']);
  });

  it('in a newer format are not opened', () => {
    const file = temporaryFile('bodies.db');
    const connection = new Sqlite(file);
    connection.pragma('user_version = 2');
    connection.close();
    expect(() => open({ file })).toThrow('format 2');
  });
});
