import { pad, width } from './width.ts';

/** Names and what they are, one a line, the values under each other. */
export const facts = (rows: readonly (readonly [name: string, value: string])[], indent = '  '): string => {
  const widest = Math.max(0, ...rows.map(([name]) => width(name)));
  return rows.map(([name, value]) => `${indent}${pad(name, widest)}  ${value}`.trimEnd()).join('\n');
};
