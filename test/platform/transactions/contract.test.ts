import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../src/platform/dispatch/definition.ts';
import { catalogue } from '../../../src/platform/transactions/catalogue.ts';
import { loadTable } from '../../../src/platform/wire/load-table.ts';
import { stepsOf } from '../../../src/platform/wire/needs.ts';
import { projectRoot } from '../../../src/platform/project-root.ts';
import { missing, read } from '../../../src/platform/wire/read.ts';
import type { Table } from '../../../src/platform/wire/table.ts';
import { audit, opening } from '../../support/audit.ts';
import { PLACEHOLDER } from '../../support/example-of.ts';
import { ACTS, playAct } from '../../support/play-catalogue.ts';
import { openTestWorld } from '../../support/world.ts';

const tableOf = ({ door, infno, table }: Definition): Table => {
  const found = loadTable(table?.door ?? door, table?.infno ?? infno);
  if (!found) throw new Error(`${door}/${infno} has no table`);
  return found;
};

const repeated = (values: readonly string[]): string[] => values.filter((one, index) => values.indexOf(one) !== index);

const keyOf = ({ door, infno }: Definition): string => `${door}/${infno}`;

/**
 * What an example leaves out on purpose: what a window does not know when it reads a card. The list
 * may only shrink.
 */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  1101: ['psn_cert_type:missing', 'certno:missing', 'psn_name:missing'],
  2201: ['psn_cert_type:missing', 'certno:missing', 'psn_type:missing', 'psn_name:missing'],
  2206: ['psn_cert_type:missing', 'certno:missing', 'psn_type:missing', 'psn_name:missing'],
  '2206A': ['psn_cert_type:missing', 'certno:missing', 'psn_type:missing', 'psn_name:missing'],
  2207: ['psn_cert_type:missing', 'certno:missing'],
  '2207A': ['psn_cert_type:missing', 'certno:missing'],
};

const isPlaceholder = ({ got }: { readonly got: string }): boolean =>
  new RegExp(`^(${PLACEHOLDER.source})+$`).test(got);
/**
 * What an answer of ours breaks because its table contradicts itself: a field of three characters (or one) whose code
 * list has six (or two).
 */
const CONTRADICTED: Readonly<Record<string, readonly string[]>> = {
  2172: ['clr_type:length', 'clr_stas:length'],
};

/** Breaches of the table that are no placeholder, as `field:kind`. */
const breachesOf = (definition: Definition, input: object): string[] =>
  read(tableOf(definition), input)
    .violations.filter((violation) => !isPlaceholder(violation))
    .map(({ path, kind }) => `${path.split('.').at(-1) ?? ''}:${kind}`);

const examples = catalogue.flatMap((definition) =>
  definition.examples.map((example) => [`${keyOf(definition)} ${example.title}`, definition, example.input] as const),
);

describe.each(catalogue.map((definition) => [keyOf(definition), definition] as const))('%s', (_key, definition) => {
  it('has a table, and needs nothing that is not in it', () => {
    const table = tableOf(definition);
    for (const need of definition.needs) expect(() => stepsOf(table, need)).not.toThrow();
  });

  it('lives in the folder of its number and slug', () => {
    const { door, infno, slug, variantOf } = definition;
    const folder = join(projectRoot(), 'src/platform/transactions', door, `${variantOf ?? infno}-${slug}`);
    expect(existsSync(join(folder, 'definition.ts'))).toBe(true);
  });

  it('declares each refusal and each need once', () => {
    expect(repeated(definition.refusals)).toEqual([]);
    expect(repeated(definition.needs)).toEqual([]);
  });

  it('has an example where somebody can send it who has no claim in his hands', () => {
    const relayed = definition.door === 'national' && definition.ask !== undefined;
    expect(definition.examples.length > 0).toBe(definition.door !== 'insured' && !relayed);
  });
});

describe('the catalogue', () => {
  it('has every number of a door once, and every slug of a door once', () => {
    expect(repeated(catalogue.map(keyOf))).toEqual([]);
    const own = catalogue.filter(({ variantOf }) => variantOf === undefined);
    expect(repeated(own.map(({ door, slug }) => `${door}/${slug}`))).toEqual([]);
  });

  it('has the insured place answer whatever the national node relays', () => {
    const infnosOf = (door: string) => catalogue.filter((row) => row.door === door).map(({ infno }) => infno);
    const relayed = catalogue.filter((row) => row.door === 'national' && row.ask !== undefined);
    expect(infnosOf('insured')).toEqual(relayed.map(({ infno }) => infno));
  });
});

describe('the example', () => {
  it.each(examples)('%s has what the transaction needs', (_title, definition, input) => {
    const table = tableOf(definition);
    const { value, violations } = read(table, input);
    // A placeholder in the place of a date or an amount is filled before it is sent.
    const filled = violations.filter(isPlaceholder).map(({ path }) => path);
    const absent = missing(table, value, definition.needs).map(({ path }) => path);
    expect(absent.filter((path) => !filled.includes(path))).toEqual([]);
  });

  it.each(examples)('%s keeps to the table', (_title, definition, input) => {
    const allowed = LEFT_OUT[definition.infno] ?? [];
    expect(breachesOf(definition, input).filter((breach) => !allowed.includes(breach))).toEqual([]);
  });

  it('leaves out no more than it must', () => {
    const left = Object.fromEntries(
      catalogue
        .filter(({ infno, door }) => door === 'hospital' && infno in LEFT_OUT)
        .map((row) => [row.infno, [...new Set(row.examples.flatMap(({ input }) => breachesOf(row, input)))].sort()]),
    );
    const allowed = Object.entries(LEFT_OUT).map(([infno, breaches]) => [infno, [...breaches].sort()] as const);
    expect(left).toEqual(Object.fromEntries(allowed));
  });
});

describe('every transaction, played with its example', () => {
  it.each(ACTS)(
    'by $persona at the $door door is answered by its table, writes nothing as a query and leaves sound books',
    async (act) => {
      const world = await openTestWorld();
      const { reader } = world.world.store;
      const start = opening(reader);
      const played = await playAct(world, act);
      for (const { definition, answer } of played) {
        const { violations } = read(tableOf(definition), answer.output, 'output');
        const allowed = CONTRADICTED[definition.infno] ?? [];
        const breaches = violations.filter(
          // An empty text and no rows are values of ours, and read as none.
          ({ kind, path }) => kind !== 'missing' && !allowed.includes(`${path.split('.').at(-1) ?? ''}:${kind}`),
        );
        expect(breaches.map(({ text }) => text)).toEqual([]);
      }
      await world.close();
      expect(world.defects).toEqual([]);
      expect(audit(reader, start)).toEqual([]);
    },
  );
});
