import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { must } from '../../../kernel/assert.ts';

const isOurs = (folder: string): boolean => {
  const file = join(folder, 'package.json');
  return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'kuasheng';
};

const packageRoot = (from: string): string => {
  if (isOurs(from)) return from;
  must(dirname(from) !== from, 'the program does not lie in its package');
  return packageRoot(dirname(from));
};

/** Where the migrations lie: in the package's sources, whether this code runs from there or from a bundle in dist/. */
export const migrationsFolder = (): string =>
  join(packageRoot(dirname(fileURLToPath(import.meta.url))), 'src/platform/store/sqlite/migrations');
