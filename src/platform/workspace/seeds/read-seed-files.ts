import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NamedText } from '../../../rules/policy/load-policies.ts';

const FOLDERS = ['institutions', 'catalogues', 'personas'];

/** All YAML files of the seeds as text. `root` is the folder that holds `seeds/`. Throws when a folder is not there. */
export const readSeedFiles = (root: string): NamedText[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(join(root, 'seeds', folder))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => ({
        name: `seeds/${folder}/${name}`,
        text: readFileSync(join(root, 'seeds', folder, name), 'utf8'),
      })),
  );
