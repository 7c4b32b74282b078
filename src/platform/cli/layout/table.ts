import { pad, width } from './width.ts';
import { wrap } from './wrap.ts';

/** A column of a table. */
export type Column = {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Gives way when the table is wider than the screen: its cells go on in the next line. */
  readonly gives?: true;
};

const GAP = '  ';
const NARROWEST = 12;

/** Rows under their titles, aligned by what the characters take on the screen; no line is wider than `columns`. */
export const table = (heads: readonly Column[], rows: readonly (readonly string[])[], columns: number): string => {
  const natural = heads.map(({ title }, at) => widest([title, ...rows.map((row) => row[at] ?? '')]));
  const widths = fitted(heads, natural, columns);
  const rule = widths.map((size) => '─'.repeat(size)).join(GAP);
  const titles = heads.map(({ title }) => title);
  return [...lines(heads, titles, widths), rule, ...rows.flatMap((row) => lines(heads, row, widths))].join('\n');
};

const widest = (cells: readonly string[]): number => Math.max(...cells.flatMap((cell) => cell.split('\n').map(width)));

/** What the screen lacks is taken from the columns that give, the widest first. */
const fitted = (heads: readonly Column[], natural: readonly number[], columns: number): number[] => {
  const widths = [...natural];
  let over = widths.reduce((sum, size) => sum + size, GAP.length * (heads.length - 1)) - columns;
  const giving = heads.flatMap(({ gives }, at) => (gives ? [at] : []));
  while (over > 0) {
    const next = giving.reduce((best, at) => ((widths[at] ?? 0) > (widths[best] ?? 0) ? at : best), giving[0] ?? -1);
    if ((widths[next] ?? 0) <= NARROWEST) break;
    widths[next] = (widths[next] ?? 0) - 1;
    over -= 1;
  }
  return widths;
};

const lines = (heads: readonly Column[], row: readonly string[], widths: readonly number[]): string[] => {
  const cells = widths.map((size, at) => wrap(row[at] ?? '', size));
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, at) => pad(cell[line] ?? '', widths[at] ?? 0, heads[at]?.align))
      .join(GAP)
      .trimEnd(),
  );
};
