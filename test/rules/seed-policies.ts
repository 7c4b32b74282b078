import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NamedText } from '../../src/rules/policy/load-policies.ts';
import { loadPolicies } from '../../src/rules/policy/load-policies.ts';
import { printProblem } from '../../src/rules/policy/problem.ts';

const ROOT = join(import.meta.dirname, '../../seeds/policies');

/** Every policy file of the seeds, as the platform would hand it over. */
export const seedPolicyFiles = (): NamedText[] =>
  readdirSync(ROOT)
    .sort()
    .flatMap((place) =>
      readdirSync(join(ROOT, place))
        .sort()
        .map((file) => ({ name: `${place}/${file}`, text: readFileSync(join(ROOT, place, file), 'utf8') })),
    );

const loaded = loadPolicies(seedPolicyFiles());
if (!loaded.ok) throw new Error(loaded.error.map(printProblem).join('\n'));

/** The policies of the seeds. */
export const seedPolicies = loaded.value;
