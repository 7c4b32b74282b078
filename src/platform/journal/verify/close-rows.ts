import type { JournalFilter } from '../../store/port/journal-index.ts';
import type { JournalRow } from '../../store/port.ts';
import type { JournalDesk } from '../journal-desk.ts';
import type { CloseRow } from './expectation.ts';

const MOST = 3;

type Condition = keyof JournalFilter;

/** Bounds of a search say where to look, not what to find. */
const BOUNDS: ReadonlySet<string> = new Set(['after', 'before', 'among']);

/** The newest rows that meet all conditions but one, or where there are none all but two. */
export const closeRows = async (journal: JournalDesk, match: JournalFilter): Promise<readonly CloseRow[]> => {
  const conditions = (Object.keys(match) as Condition[]).filter((key) => !BOUNDS.has(key));
  const ones = conditions.map((condition) => [condition]);
  const found = await newestWithout(journal, match, ones);
  if (found.length > 0) return found;
  const twos = conditions.flatMap((first, at) => conditions.slice(at + 1).map((second) => [first, second]));
  return newestWithout(journal, match, twos);
};

const newestWithout = async (
  journal: JournalDesk,
  match: JournalFilter,
  dropped: readonly (readonly Condition[])[],
): Promise<CloseRow[]> => {
  const close = new Map<number, CloseRow>();
  for (const conditions of dropped) {
    const relaxed = Object.fromEntries(Object.entries(match).filter(([key]) => !conditions.includes(key as Condition)));
    const seqs = await journal.index.find(relaxed, { order: 'newest', limit: MOST });
    for (const row of journal.rows(seqs)) {
      const differs = conditions.map((condition) => ({ condition, came: saidBy(row, condition) }));
      if (!close.has(row.seq)) close.set(row.seq, { row, differs });
    }
  }
  return [...close.values()].sort((a, b) => b.row.seq - a.row.seq).slice(0, MOST);
};

/** What a row says of a condition. */
const saidBy = (row: JournalRow, condition: Condition): string => {
  if (condition === 'since' || condition === 'until') return String(row.at);
  if (condition === 'text') return row.err_msg ?? '';
  if (condition === 'violations') return row.violations.join('，');
  const value = (row as Readonly<Record<string, unknown>>)[condition];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
