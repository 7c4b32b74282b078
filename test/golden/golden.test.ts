import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/platform/transactions/catalogue.ts';
import { ACTS, playAct, type Played } from '../support/play-catalogue.ts';
import { openTestWorld } from '../support/world.ts';
import { unfold } from './unfold.ts';

/**
 * The bytes of one answer of every transaction, in a world whose clock stands at 2026-09-01 10:00:00. A file says what
 * was sent and, byte for byte but for line breaks, what came back; a change of it is one that every client sees.
 *
 * To write them anew after a change that is meant: `UPDATE_GOLDEN=1 npx vitest run test/golden`, then read the diff.
 */
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';

const FOLDER = import.meta.dirname;

const played: Played[] = [];
for (const act of ACTS) {
  // A world for each act: a message that comes new into one leaves the numbers of the others alone.
  const world = await openTestWorld();
  played.push(...(await playAct(world, act)));
  await world.close();
}

const open = catalogue.filter(({ door }) => door !== 'insured');

const fileOf = ({ door, infno, slug }: Played['definition']): string => join(door, `${infno}-${slug}.txt`);

/** The first time that it was sent. */
const playedOf = (definition: Played['definition']): Played | undefined =>
  played.find((row) => row.definition === definition);

const textOf = ({ definition: { infno, title }, input, answer }: Played): string =>
  `${infno} ${title}\n\ninput ${unfold(JSON.stringify(input, shortened))}\n\nanswer ${unfold(answer.bytes)}\n`;

/** A package is told by its size. */
const shortened = (_key: string, value: unknown): unknown =>
  typeof value === 'string' && value.length > 1_000 ? `(${value.length} characters)` : value;

const DOORS = ['hospital', 'national', 'credential'];

const kept = (): string[] =>
  DOORS.flatMap((door) => readdirSync(join(FOLDER, door)).map((name) => join(door, name)));

describe('golden answers', () => {
  it.each(open.map((definition) => [fileOf(definition), definition] as const))('%s', (file, definition) => {
    const found = playedOf(definition);
    expect(found, 'test/support/play-catalogue.ts sends it').toBeDefined();
    const text = found ? textOf(found) : '';
    const path = join(FOLDER, file);
    if (UPDATE) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    expect(text).toBe(existsSync(path) ? readFileSync(path, 'utf8') : 'no golden file yet: UPDATE_GOLDEN=1');
  });

  it('there is no file of a transaction that is no more', () => {
    expect(kept().sort()).toEqual(open.map(fileOf).sort());
  });
});

describe('unfolding', () => {
  it('breaks the line and nothing else', () => {
    const json = '{"a":[{"b":0.00,"c":"x, { }: \\" z"}],"d":[],"e":{}}';
    expect(unfold(json)).toBe(
      '{\n  "a":[\n    {\n      "b":0.00,\n      "c":"x, { }: \\" z"\n    }\n  ],\n  "d":[],\n  "e":{}\n}',
    );
  });
});
