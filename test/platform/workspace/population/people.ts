import { projectRoot } from '../../../../src/platform/project-root.ts';
import { seededRandom } from '../../../../src/platform/time/real-ports.ts';
import type { Life } from '../../../../src/platform/workspace/population/life.ts';
import { readNameLists } from '../../../../src/platform/workspace/population/name-lists.ts';
import { populationOf, type Population } from '../../../../src/platform/workspace/population/population.ts';
import { must } from '../../../../src/kernel/assert.ts';

const names = readNameLists(projectRoot());

/** The population of a workspace of that seed, started on that day. */
export const peopleOf = (seed: string, start = '2026-09-01'): Population =>
  populationOf({ random: seededRandom(seed), names, start });

/** Number n of a place, who must be there. */
export const lifeIn = (population: Population, place: string, n: number): Life => {
  const life = population.numbered({ place, n });
  must(life, `${place} has a person ${n}`);
  return life;
};

/** Numbers 1 to `count` of a place. */
export const livesIn = (population: Population, place: string, count: number): Life[] =>
  Array.from({ length: count }, (_, index) => lifeIn(population, place, index + 1));
