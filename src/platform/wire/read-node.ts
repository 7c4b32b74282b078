import { unwrapText } from './read-other.ts';
import { isUnset, readRow, type Plan, type ReadValue, type Row } from './read-row.ts';
import { note } from './violation.ts';

export const isObject = (value: unknown): value is Readonly<Row> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const rowsOf = (raw: unknown): readonly unknown[] => {
  const value = unwrapText(raw);
  return Array.isArray(value) ? value : [value];
};

/** Reads a node of one row: an object, or a list whose first row is taken. */
export const oneRow =
  (plan: () => Plan, code: string): ReadValue =>
  (raw, path, notes) => {
    const rows = rowsOf(raw);
    const spot = { path: path + code, name: code };
    if (rows.length === 0) return note(notes, spot, 'rows', raw, '一行', '未采用');
    if (rows.length > 1) note(notes, spot, 'rows', raw, '一行', '只取第一行');
    if (isObject(rows[0])) return readRow(plan(), rows[0], `${path}${code}.`, notes);
    return note(notes, spot, 'type', raw, '对象', '未采用');
  };

/** Reads a node of many rows: a list, or an object that is its only row. */
export const manyRows =
  (plan: () => Plan, code: string): ReadValue =>
  (raw, path, notes) => {
    const read: Row[] = [];
    rowsOf(raw).forEach((row, index) => {
      const here = `${path}${code}[${index}]`;
      if (isObject(row)) read.push(readRow(plan(), row, `${here}.`, notes));
      else if (!isUnset(row)) note(notes, { path: here, name: code }, 'type', row, '对象', '未采用');
    });
    return read;
  };
