import { isAdmdvs, placeOf, type Admdvs } from '../../../kernel/admdvs.ts';
import { dateOf } from '../../../kernel/civil-time.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { CatalogueItem } from '../../../rules/catalogue/catalogue-item.ts';
import type { World } from '../../dispatch/world.ts';
import type { Write } from '../../store/port.ts';
import { readCatalogue, type CatalogueSource, type LineProblem } from './read-catalogue.ts';

/** What an import came to. */
export type Imported = {
  readonly rows: number;
  readonly places: readonly Admdvs[];
  /** Heads of columns that were not read. */
  readonly ignored: readonly string[];
};

/** Rows of one turn: cashiers get their turns in between. */
const TURN = 500;

/**
 * Imports a catalogue 就医地目录 for one place, or for every place that has an institution; items of the same code are
 * replaced, others stay. Nothing is written when anything is wrong with the file. The rows are written in many turns: a
 * message that comes meanwhile may see a part of them.
 */
export const importCatalogue = async (
  world: World,
  source: CatalogueSource,
  admdvs?: string,
): Promise<Result<Imported, readonly LineProblem[]>> => {
  if (admdvs !== undefined && !isAdmdvs(admdvs)) return fail([{ message: `没有医保区划 ${admdvs}` }]);
  const read = await readCatalogue(source);
  if (!read.ok) return read;
  const { items, ignored } = read.value;
  const places = admdvs === undefined ? treatmentPlaces(world) : [placeOf(admdvs)];
  const updt_time = dateOf(world.clock.now());
  const changed = items.map((item) => ({ ...item, updt_time }));
  for (const place of places) await writeItems(world, place, changed);
  return ok({ rows: items.length, places, ignored });
};

const treatmentPlaces = (world: World): Admdvs[] =>
  [...new Set(world.store.reader.institutions().map(({ admdvs }) => placeOf(admdvs)))].sort();

const writeItems = async (world: World, place: Admdvs, items: readonly CatalogueItem[]): Promise<void> => {
  for (let first = 0; first < items.length; first += TURN) {
    const writes = items.slice(first, first + TURN).map((item): Write => ({ kind: 'item.put', place, item }));
    await world.queue.submit((writer) => writer.apply(writes));
  }
};
