import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dateOf, type CivilDate, type Instant } from '../../kernel/civil-time.ts';
import type { Settings } from '../domain/settings.ts';
import type { Write } from '../store/port.ts';
import { bookFile, type Ancestor, type OpenBook } from './book-file.ts';
import type { KeptFile } from './kept.ts';

/** What `workspace.json` keeps between starts. */
export type Kept = {
  readonly generation: number;
  readonly seededOn: CivilDate;
  /** Absent: nobody has named one. */
  readonly seed?: string;
  readonly settings: Partial<Settings>;
  /** Where the bodies of what a snapshot brought along stand: oldest first, each up to that exchange. */
  readonly lineage?: readonly Ancestor[];
  /** The virtual devices at its windows: they stay through resets and restored snapshots. Kept as they are told. */
  readonly devices?: readonly object[];
};

/** What goes with a snapshot of a book. */
export type Brought = Pick<Kept, 'seededOn' | 'seed' | 'settings' | 'lineage'>;

/** The files of a workspace's book: one for each generation, of which the last is in use. */
export type Books = {
  readonly file: () => string;
  /** The next generation: back to the seeds, as of that moment. */
  readonly renew: (now: Instant, seed: string | undefined) => void;
  /** The next generation: a copy of another book, and what goes with it. */
  readonly adopt: (book: string, of: Brought) => Promise<void>;
  /** Removes files of an earlier generation; nobody waits for it but who removes the folder. */
  readonly discard: (files: readonly string[]) => void;
  readonly discarded: () => Promise<unknown>;
};

type BookParts = {
  readonly folder: string;
  readonly kept: KeptFile<Kept>;
  readonly openBook: OpenBook;
  readonly seedWrites: (now: Instant) => Write[];
};

/** The seeded book that a fresh one is copied from. */
const TEMPLATE = 'template.db';

export const openBooks = ({ folder, kept, openBook, seedWrites }: BookParts): Books => {
  const template = join(folder, TEMPLATE);
  const file = () => bookFile(folder, kept.get().generation);

  /** A copy of the template is good where it was seeded that day: the seeds' dates count from then. */
  const renew = (now: Instant, seed: string | undefined): void => {
    const seededOn = dateOf(now);
    if (!existsSync(template) || kept.get().seededOn !== seededOn) {
      removeBook(template);
      writeTemplate(openBook(template, 'OFF'), seedWrites(now));
      removeLogs(template);
    }
    kept.change({ generation: kept.get().generation + 1, seededOn, lineage: [], ...(seed !== undefined && { seed }) });
    copyFileSync(template, file());
  };

  const adopt: Books['adopt'] = async (book, of) => {
    const next = kept.get().generation + 1;
    await copyFile(book, bookFile(folder, next));
    // The template was seeded on another day, perhaps: the next reset makes it anew.
    if (of.seededOn !== kept.get().seededOn) removeBook(template);
    kept.change({ ...of, generation: next });
  };

  let removing: Promise<unknown> = Promise.resolve();
  const discard: Books['discard'] = (files) => {
    removing = Promise.all([removing, ...files.map(removeLater)]);
  };

  return { file, renew, adopt, discard, discarded: () => removing };
};

const removeBook = (file: string): void => {
  rmSync(file, { force: true });
  removeLogs(file);
};

/** Large files take some ten milliseconds to go. What cannot be removed is left lying. */
const removeLater = async (file: string): Promise<void> => {
  const files = ['', '-wal', '-shm'].map((suffix) => file + suffix);
  await Promise.allSettled(files.map((path) => rm(path, { force: true })));
};

const removeLogs = (file: string): void => {
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
};

/** A template is thrown away and made anew when anything goes wrong, so it need not be synced. */
const writeTemplate = (store: ReturnType<OpenBook>, writes: readonly Write[]): void => {
  store.writer.begin();
  store.writer.apply(writes);
  void store.writer.commit();
  store.checkpoint();
  store.close();
};
