import { placeOf } from '../../../kernel/admdvs.ts';
import { must } from '../../../kernel/assert.ts';
import { dateOf, instantOf, type Instant } from '../../../kernel/civil-time.ts';
import type { NamedText } from '../../../rules/policy/load-policies.ts';
import { printProblem } from '../../../rules/policy/problem.ts';
import type { Write } from '../../store/port.ts';
import { itemsOf } from './catalogue-items.ts';
import { institutionOf } from './institution-seed.ts';
import { loadSeeds, type Seeds } from './load-seeds.ts';
import { personaWrites } from './persona-writes.ts';
import { seedUploads } from './seed-uploads.ts';

/**
 * What a fresh workspace is filled with: institutions, the catalogue of every place that has one, personas, and what
 * their provinces have uploaded of them. The same seeds on the same day give the same writes in the same order.
 */
export const workspaceWrites = (seeds: Seeds, now: Instant): Write[] => {
  const start = dateOf(now);
  const institutions = seeds.institutions.map((seed) => institutionOf(seed, start));
  const names = new Map(institutions.map((row) => [row.fixmedins_code, row.fixmedins_name]));
  const nameOf = (fixmedins_code: string): string => {
    const name = names.get(fixmedins_code);
    must(name !== undefined, `loadSeeds let only known institutions pass: ${fixmedins_code}`);
    return name;
  };
  const personas = seeds.personas.flatMap((persona) => personaWrites(persona, start, nameOf));
  const places = [...new Set(institutions.map(({ admdvs }) => placeOf(admdvs)))].sort();
  return [
    ...institutions.map((institution): Write => ({ kind: 'institution.put', institution })),
    ...places.flatMap((place) =>
      itemsOf(seeds.base, seeds.places, place).map((item): Write => ({ kind: 'item.put', place, item })),
    ),
    ...personas,
    ...seedUploads(institutions, personas, instantOf(start)),
  ];
};

/** Files in, writes out. Throws with every problem, by file and line, when the seeds are broken: nothing can start. */
export const seedWrites = ({
  files,
  now,
}: {
  readonly files: readonly NamedText[];
  readonly now: Instant;
}): Write[] => {
  const seeds = loadSeeds(files);
  if (!seeds.ok) throw new Error(`the seeds are broken:\n${seeds.error.map(printProblem).join('\n')}`);
  return workspaceWrites(seeds.value, now);
};
