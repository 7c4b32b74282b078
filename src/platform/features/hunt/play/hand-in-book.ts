import { ok, type Result } from '../../../../kernel/result.ts';
import type { Address } from '../../demo/control-request.ts';
import { askControl } from './ask-control.ts';

/** The HIS's own book (docs/verdict.md), where it keeps one. */
export const handInBook = async (
  address: Address,
  institution: string,
  csv: string | undefined,
): Promise<Result<unknown, string>> =>
  csv === undefined ? ok(true) : askControl(address, 'POST', bookPath(institution), { rows: rowsOfBook(csv) });

/** Where a hospital's book is taken, one without any row too. */
export const bookPath = (institution: string): string => `/verdict/his-book?institution=${institution}`;

/** The rows of a CSV file with heads and without quotes: one object each. Empty cells are left out. */
export const rowsOfBook = (csv: string): readonly Readonly<Record<string, string>>[] => {
  const [head = '', ...lines] = csv.split(/\r?\n/).filter((line) => line !== '');
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',').map((cell, at): [string, string] => [columns[at] ?? '', cell]);
    return Object.fromEntries(cells.filter(([column, cell]) => column !== '' && cell !== ''));
  });
};
