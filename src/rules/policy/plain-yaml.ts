import { goesOn, plainFlow, type Plain } from './plain-flow.ts';

type Line = { readonly indent: number; readonly text: string };
/** Where the reader stands. `plain` turns false, for good, at the first thing that is not plain. */
type Cursor = { readonly lines: Line[]; at: number; plain: boolean };

/**
 * A quick reader for the plain YAML that the files of `seeds/` are written in: block and flow maps and lists, plain
 * scalars within a line, comments. The whole of YAML costs thirty times as much, and every start of the sandbox and the
 * first use of a place pay it. What is not plain (quotes, folded text, aliases, several documents, anything odd) is
 * left to the yaml package, errors included.
 *
 * @returns the value, or nothing when the text is not plain.
 */
export const plainYaml = (text: string): Plain | undefined => {
  if (/[^\S \n]|^(---|\.\.\.|%)/m.test(text)) return undefined;
  const cursor: Cursor = { lines: linesOf(text), at: 0, plain: true };
  const value = block(cursor, 0);
  return cursor.plain && cursor.at === cursor.lines.length ? value : undefined;
};

const linesOf = (text: string): Line[] =>
  text.split('\n').flatMap((raw) => {
    const bare = raw.replace(/(^|\s)#.*$/, '').trimEnd();
    const content = bare.trimStart();
    return content === '' ? [] : [{ indent: bare.length - content.length, text: content }];
  });

const refuse = (cursor: Cursor): Plain => {
  cursor.plain = false;
  return '';
};

/** The list or map whose lines stand at that indent. */
const block = (cursor: Cursor, indent: number): Plain => {
  const line = cursor.lines[cursor.at];
  if (line?.indent !== indent) return refuse(cursor);
  return line.text.startsWith('- ') ? list(cursor, indent) : map(cursor, indent);
};

const list = (cursor: Cursor, indent: number): Plain => {
  const items: Plain[] = [];
  for (let line = cursor.lines[cursor.at]; line?.indent === indent && cursor.plain; line = cursor.lines[cursor.at]) {
    if (!line.text.startsWith('- ')) return refuse(cursor);
    const rest = line.text.slice(2).trimStart();
    items.push(ENTRY.test(rest) ? entryOfList(cursor, line, rest) : inline(cursor, rest));
  }
  return items;
};

/** `- key: value` opens a map that stands where the key does. */
const entryOfList = (cursor: Cursor, line: Line, rest: string): Plain => {
  const indent = line.indent + line.text.length - rest.length;
  cursor.lines[cursor.at] = { indent, text: rest };
  return map(cursor, indent);
};

/** A key, a colon, and what follows in the same line. */
const ENTRY = /^([^\s\-?:,[\]{}#&*!|>%@`'"][^\s:,[\]{}#'"]*):(?: +(.*))?$/;

const map = (cursor: Cursor, indent: number): Plain => {
  const entries = new Map<string, Plain>();
  for (let line = cursor.lines[cursor.at]; line?.indent === indent && cursor.plain; line = cursor.lines[cursor.at]) {
    const [, key = '', value] = ENTRY.exec(line.text) ?? [];
    if (key === '' || entries.has(key)) return refuse(cursor);
    entries.set(key, value === undefined ? nested(cursor, indent) : inline(cursor, value));
  }
  return Object.fromEntries(entries);
};

const nested = (cursor: Cursor, indent: number): Plain => {
  cursor.at += 1;
  const inner = cursor.lines[cursor.at]?.indent ?? 0;
  return inner > indent ? block(cursor, inner) : refuse(cursor);
};

/** The value after a key or a dash. */
const inline = (cursor: Cursor, text: string): Plain => {
  const indent = cursor.lines[cursor.at]?.indent ?? 0;
  cursor.at += 1;
  const value = /^[[{]/.test(text) ? plainFlow(wholeFlow(cursor, text, indent)) : plainScalar(text);
  return value ?? refuse(cursor);
};

/** A flow map or list with the deeper lines in which it goes on. */
const wholeFlow = (cursor: Cursor, text: string, indent: number): string => {
  let whole = text;
  for (let next = cursor.lines[cursor.at]; next !== undefined && goesOn(whole); next = cursor.lines[cursor.at]) {
    if (next.indent <= indent) return whole;
    whole = `${whole} ${next.text}`;
    cursor.at += 1;
  }
  return whole;
};

/** Does not open like another construct, and holds neither `: ` nor a colon at its end. */
const SCALAR = /^(?:[^\s\-?:,[\]{}#&*!|>%@`'"]|-[^\s,[\]{}:])(?:[^:]|:(?=\S))*$/;

const plainScalar = (text: string): Plain | undefined => (SCALAR.test(text) ? text : undefined);
