import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { must } from '../../../kernel/assert.ts';
import { printProblem } from '../../../rules/policy/problem.ts';
import { words } from '../../../rules/policy/schema/texts.ts';
import { readSeed } from '../seeds/seed-file.ts';

const list = z.array(words).min(1);
const namesFile = z.strictObject({ status: z.literal('sandbox'), surnames: list, women: list, men: list });

/** Surnames and given names that the population draws its names from. */
export type NameLists = Omit<z.output<typeof namesFile>, 'status'>;

/** The lists of `seeds/names/`. `root` is the folder that holds `seeds/`. Throws when the file is broken. */
export const readNameLists = (root: string): NameLists => {
  const name = 'seeds/names/zh-cn.yaml';
  const read = readSeed(namesFile, { name, text: readFileSync(join(root, name), 'utf8') });
  must(read.ok, read.ok ? '' : read.error.map(printProblem).join('\n'));
  return read.value.value;
};
