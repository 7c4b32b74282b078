import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CivilDateTime } from '../../kernel/civil-time.ts';
import type { Brought } from './books.ts';

/** What is known of a snapshot without opening it. */
export type SnapshotAbout = {
  readonly name: string;
  /** The workspace's time when it was saved. */
  readonly savedAt: CivilDateTime;
  readonly note?: string;
  readonly bytes: number;
};

/** A snapshot: the whole book in one file, and what a workspace keeps beside its book. */
export type Snapshot = SnapshotAbout & {
  readonly book: string;
  readonly of: Brought;
};

type AboutFile = Omit<SnapshotAbout, 'name'> & { readonly of: Snapshot['of'] };

/** The snapshots of a workspace, each a file of the book and a JSON file beside it. */
export type Snapshots = {
  readonly all: () => SnapshotAbout[];
  readonly get: (name: string) => Snapshot | undefined;
  /** Where a book is to be copied before it is put; never the file of a snapshot. */
  readonly draft: (name: string) => string;
  /** Makes the draft the snapshot of that name; one that was there is replaced: a large file takes time to go. */
  readonly put: (name: string, about: AboutFile) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
};

export const openSnapshots = (folder: string): Snapshots => {
  const inside = join(folder, 'snapshots');
  const bookOf = (name: string) => join(inside, `${name}.db`);
  const aboutOf = (name: string) => join(inside, `${name}.json`);
  const draft = (name: string) => join(inside, `${name}.draft`);
  const get = (name: string): Snapshot | undefined => {
    if (!existsSync(aboutOf(name)) || !existsSync(bookOf(name))) return undefined;
    const about = JSON.parse(readFileSync(aboutOf(name), 'utf8')) as AboutFile;
    return { name, ...about, book: bookOf(name) };
  };
  return {
    get,
    draft: (name) => {
      mkdirSync(inside, { recursive: true });
      rmSync(draft(name), { force: true });
      return draft(name);
    },
    all: () =>
      (existsSync(inside) ? readdirSync(inside) : [])
        .filter((file) => file.endsWith('.json'))
        .sort()
        .flatMap((file) => {
          const found = get(file.slice(0, -'.json'.length));
          if (!found) return [];
          const { book: _book, of: _of, ...about } = found;
          return [about];
        }),
    put: async (name, about) => {
      rmSync(aboutOf(name), { force: true });
      await rename(draft(name), bookOf(name));
      writeFileSync(`${aboutOf(name)}.new`, `${JSON.stringify(about, null, 2)}\n`);
      renameSync(`${aboutOf(name)}.new`, aboutOf(name));
    },
    remove: async (name) => {
      rmSync(aboutOf(name), { force: true });
      await rm(bookOf(name), { force: true });
    },
  };
};
