import { join } from 'node:path';
import type { Store } from '../store/port.ts';

/** Opens the book in a file, makes it where there is none; FULL waits for the disk at every commit. */
export type OpenBook = (
  file: string,
  synchronous: 'FULL' | 'OFF',
) => Store & {
  /** Puts everything into the one file, so that it can be copied. */
  readonly checkpoint: () => void;
  /** Copies the acknowledged state into a file that is not there yet, without holding up the writer. */
  readonly copyTo: (file: string) => Promise<void>;
  /** Closes a book that is to be removed. */
  readonly abandon: () => void;
};

/** A generation, and the last exchange of it that a snapshot has. */
export type Ancestor = { readonly generation: number; readonly upTo: number };

/** File of a generation's book; the bodies of all generations share one file beside it. */
export const bookFile = (folder: string, generation: number): string => join(folder, `book-${generation}.db`);

/** What can be made anew from the book: it goes with the book. */
export const indexFile = (folder: string, generation: number): string => join(folder, `journal-index-${generation}.db`);
