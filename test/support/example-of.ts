import { must } from '../../src/kernel/assert.ts';
import type { Definition } from '../../src/platform/dispatch/definition.ts';

/** What stands for the placeholders of examples: `{psn_no}`, `{mdtrt_id}` … */
export type Values = Readonly<Record<string, string>>;

/** A text of an example that stands for a value of the workspace. */
export const PLACEHOLDER = /\{(\w+)\}/g;

const fillText = (text: string, values: Values): string =>
  text.replace(PLACEHOLDER, (_whole, name: string) => {
    const value = values[name];
    must(value !== undefined, `the test has no value for the placeholder {${name}}`);
    return value;
  });

const fill = (template: unknown, values: Values): unknown => {
  if (typeof template === 'string') return fillText(template, values);
  if (Array.isArray(template)) return template.map((row) => fill(row, values));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fill(value, values)]));
};

/** The input of one of a definition's examples, its placeholders filled. Throws on a placeholder that has no value. */
export const exampleOf = ({ infno, examples }: Definition, values: Values, index = 0): object => {
  const example = examples[index];
  must(example, `${infno} has an example ${index}`);
  return fill(example.input, values) as object;
};
