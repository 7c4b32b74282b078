import { csvRecords, hisBookColumn } from '../../sandbox.ts';
import { decodeText } from '../../wire/decode-text.ts';
import type { BookRow } from '../../features/hunt/driver.ts';

/** The rows of a HIS's own book, as `POST /verdict/his-book` reads the file; what is empty is left out. */
export const bookRows = (bytes: Uint8Array): readonly BookRow[] => {
  const [head, ...records] = csvRecords(decodeText(bytes).text);
  const columns = (head?.cells ?? []).map((cell) => hisBookColumn(cell) ?? cell);
  return records.map(({ cells }) => {
    // A cell without a head is kept: the sandbox says that it does not know it.
    const filled = cells.map((cell, at): [string, string] => [columns[at] ?? `第${at + 1}列`, cell]);
    return Object.fromEntries(filled.filter(([, cell]) => cell !== ''));
  });
};
