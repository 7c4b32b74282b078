import type { Admdvs } from '../../../kernel/admdvs.ts';
import { must } from '../../../kernel/assert.ts';
import type { CatalogueItem } from '../../../rules/catalogue/catalogue-item.ts';
import { projectRoot } from '../../project-root.ts';
import { itemsOf } from '../seeds/catalogue-items.ts';
import { loadSeeds } from '../seeds/load-seeds.ts';
import { readSeedFiles } from '../seeds/read-seed-files.ts';

/** The catalogue 就医地目录 that the seeds give a place, read anew: the base list with what the place decides otherwise. */
export const seedItems = (place: Admdvs): CatalogueItem[] => {
  const seeds = loadSeeds(readSeedFiles(projectRoot()).filter(({ name }) => name.startsWith('seeds/catalogues/')));
  must(seeds.ok, 'the seeds that this sandbox started with are sound');
  return itemsOf(seeds.value.base, seeds.value.places, place);
};
