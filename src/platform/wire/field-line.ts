import { after, checkParts, given, isFidelity, partsOf, printed } from './line-parts.ts';
import type { Fidelity, Field, FieldType } from './table.ts';

/**
 * One field, one line: `"age": "年龄 | number(4,1) | required"`. First the Chinese name, then the type with its printed
 * length, then in any order: `required`, `codes` or `codes <list>`, `scale <n>`, `same as <code>`,
 * `to the end of the day`, a fidelity that differs from the table's, `printed type <word>`, `printed code <code>`.
 */
const GRAMMAR = /^(required|codes( \S+)?|scale \d|same as \S+|to the end of the day|printed (type|code) .+)$/;
const TYPE = /^(string|number|datetime|date|boolean|bytes|list|object)(?:\(([^)]+)\))?(?: of (\S+))?$/;

const scaleOf = (type: FieldType, length: string | undefined, parts: readonly string[]): number =>
  type === 'number' ? Number(after(parts, 'scale') ?? length?.split(',')[1] ?? 0) : 0;

/** Reads a line of a table file. Throws on anything else: our own file is wrong. */
export const parseField = (code: string, line: string, inherited: Fidelity): Field => {
  const [name = '', typeWord = '', ...parts] = partsOf(line);
  const match = TYPE.exec(typeWord);
  if (match === null) throw new Error(`field ${code}: cannot read “${typeWord}”`);
  checkParts(parts, GRAMMAR, `field ${code}`);
  const type = match[1] as FieldType;
  const length = match[2];
  return {
    code,
    name,
    type,
    ...given('length', length),
    scale: scaleOf(type, length, parts),
    required: parts.includes('required'),
    ...given('codes', parts.includes('codes') ? code : after(parts, 'codes')),
    ...given('of', match[3]),
    ...given('sameAs', after(parts, 'same as')),
    toEndOfDay: parts.includes('to the end of the day'),
    fidelity: parts.find(isFidelity) ?? inherited,
    ...given('printedType', printed(parts, 'type')),
    ...given('printedCode', printed(parts, 'code')),
  };
};
