/** A record of a spreadsheet with the line it begins in, counted from 1. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

/**
 * Reads comma-separated or, where the first line has one, tab-separated text, record by record: cells may stand in
 * quotes, with doubled quotes, separators and line ends inside. Empty lines are left out, blanks around a bare cell
 * are cut.
 */
export function* csvRecords(text: string): Generator<CsvRecord> {
  const firstLine = text.slice(0, (text.indexOf('\n') + 1 || text.length + 1) - 1);
  const separator = firstLine.includes('\t') ? '\t' : ',';
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const record = readRecord(text, at, separator);
    if (record.cells.some((cell) => cell !== '')) yield { line, cells: record.cells };
    line += record.lines;
    at = record.end;
  }
}

type ReadRecord = { readonly cells: string[]; readonly end: number; readonly lines: number };

const readRecord = (text: string, start: number, separator: string): ReadRecord => {
  const cells: string[] = [];
  let at = start;
  let lines = 0;
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at + 1, separator) : bareCell(text, at, separator);
    cells.push(cell.value);
    lines += cell.lines;
    at = cell.end;
    if (text[at] !== separator) break;
    at += 1;
  }
  return { cells, end: at + 1, lines: lines + 1 };
};

type ReadCell = { readonly value: string; readonly end: number; readonly lines: number };

/** Ends at a separator, at a line feed, or at the end of the text. */
const bareCell = (text: string, start: number, separator: string): ReadCell => {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  return { value: text.slice(start, end).trim(), end, lines: 0 };
};

/** What stands between the closing quote and the separator is no part of the cell. */
const quotedCell = (text: string, start: number, separator: string): ReadCell => {
  let close = text.indexOf('"', start);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  const last = close < 0 ? text.length : close;
  const value = text.slice(start, last).replaceAll('""', '"');
  return { value, end: bareCell(text, last + 1, separator).end, lines: value.split('\n').length - 1 };
};
