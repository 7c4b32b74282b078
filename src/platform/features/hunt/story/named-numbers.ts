import type { Recorded, Recording } from './recording.ts';

/** Numbers that the platform gives: another one in every play that differs. */
const GIVEN = new Set(['mdtrt_id', 'setl_id', 'mdtrt_regno']);

/** What a message is saved as. */
export const variable = (index: number): string => `m${index + 1}`;

/** An input with the platform's numbers and earlier msgids replaced by what they were saved as. */
export const named = (input: unknown, before: Recording): unknown => {
  const names = new Map(before.toReversed().flatMap((message, at) => namesIn(message, before.length - 1 - at)));
  return replaced(input, names);
};

/** Of an answer that the HIS had: where each number stands; and the number of the message itself. */
const namesIn = ({ msgid, output, struck }: Recorded, index: number): [string, string][] => [
  ...(struck === undefined ? numbersIn(output, `${variable(index)}.output`) : []),
  [msgid, `\${${variable(index)}.msgid}`],
];

const numbersIn = (value: unknown, path: string): [string, string][] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]): [string, string][] =>
    typeof inner === 'string' && inner !== '' && GIVEN.has(key)
      ? [[inner, `\${${path}.${key}}`]]
      : numbersIn(inner, `${path}.${key}`),
  );
};

const replaced = (value: unknown, names: ReadonlyMap<string, string>): unknown => {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((entry: unknown) => replaced(entry, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner, names)]));
};
