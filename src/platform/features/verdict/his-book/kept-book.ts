import type { Reader, Write } from '../../../store/port.ts';
import type { HisBook } from '../types/his-book.ts';

const KEY = 'verdict-his-book';

/** The HIS's own book as it was given last; undefined where it has not been, or was taken back. */
export const keptBook = (reader: Pick<Reader, 'setting'>): HisBook | undefined => {
  const kept = reader.setting(KEY);
  return kept === undefined || kept === '' ? undefined : (JSON.parse(kept) as HisBook);
};

/** Keeps a book in place of the one that was there; none takes it back. */
export const keepBook = (book: HisBook | undefined): Write => ({
  kind: 'setting.put',
  key: KEY,
  value: book ? JSON.stringify(book) : '',
});
