import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsFolder } from '../../../../src/platform/store/sqlite/migrations-folder.ts';
import { temporaryFolder } from './temporary-file.ts';

type Entry = {
  readonly idx: number;
  readonly version: string;
  readonly when: number;
  readonly tag: string;
  readonly breakpoints: boolean;
};
type Journal = { readonly entries: readonly Entry[] };

const journalOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as Journal;

/** A folder with the first so many migrations of the program, and with the SQL of one more that is yet to come. */
export const migrationsOf = (count: number, next?: string): string => {
  const ours = migrationsFolder();
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'meta'));
  const entries = journalOf(ours).entries.slice(0, count);
  for (const { tag } of entries) copyFileSync(join(ours, `${tag}.sql`), join(folder, `${tag}.sql`));
  const last = entries.at(-1);
  if (next === undefined || last === undefined) return withJournal(folder, entries);
  const tag = '9999_next';
  writeFileSync(join(folder, `${tag}.sql`), next);
  return withJournal(folder, [...entries, { ...last, idx: last.idx + 1, when: last.when + 1, tag }]);
};

const withJournal = (folder: string, entries: readonly Entry[]): string => {
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ version: '7', dialect: 'sqlite', entries }));
  return folder;
};

/** How many migrations the program has. */
export const migrationCount = (): number => journalOf(migrationsFolder()).entries.length;
