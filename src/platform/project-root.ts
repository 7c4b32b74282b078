import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { must } from '../kernel/assert.ts';

const isRoot = (folder: string): boolean => {
  const file = join(folder, 'package.json');
  return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'kuasheng';
};

const climb = (folder: string): string => {
  if (isRoot(folder)) return folder;
  const parent = dirname(folder);
  must(parent !== folder, 'no package.json named kuasheng above this file');
  return climb(parent);
};

let found: string | undefined;

/** The folder of the package, seen from a file under src as from a bundle under dist. */
export const projectRoot = (): string => (found ??= climb(dirname(fileURLToPath(import.meta.url))));
