import type { Reader, Write } from '../../store/port.ts';

/** The next number of a series as an id, `QA0001`, and the write that takes it. */
export const serialId = (
  reader: Reader,
  key: string,
  prefix: string,
): { readonly id: string; readonly take: Write } => {
  const value = reader.serial(key) + 1;
  return { id: `${prefix}${String(value).padStart(4, '0')}`, take: { kind: 'serial.take', key, value } };
};
