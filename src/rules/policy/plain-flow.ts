/** Text, lists and maps: every scalar stays text, as in YAML's failsafe schema. */
export type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

type Cursor = { readonly pieces: readonly string[]; at: number };

/** A flow map `{ a: b, c: [d, e] }` or list of plain scalars, or nothing when it is anything else. */
export const plainFlow = (text: string): Plain | undefined => {
  const pieces = (text.match(/[[\]{},]|: |[^[\]{},:]+|:/g) ?? []).map((piece) =>
    piece === ': ' ? piece : piece.trim(),
  );
  const cursor: Cursor = { pieces: pieces.filter((piece) => piece !== ''), at: 0 };
  const value = any(cursor);
  return cursor.at === cursor.pieces.length ? value : undefined;
};

/** True where a line ends between two entries. A scalar that goes on in the next line is not plain. */
export const goesOn = (flow: string): boolean =>
  /[,[{]$/.test(flow) && (flow.match(/[[{]/g)?.length ?? 0) > (flow.match(/[\]}]/g)?.length ?? 0);

const SCALAR = /^(?:[^\s\-?:,[\]{}#&*!|>%@`'"]|-[^\s,[\]{}])[^:#]*$/;

const take = (cursor: Cursor): string => cursor.pieces[cursor.at++] ?? '';

const any = (cursor: Cursor): Plain | undefined => {
  const piece = take(cursor);
  if (piece === '{') return map(cursor);
  if (piece === '[') return list(cursor);
  return SCALAR.test(piece) ? piece : undefined;
};

const list = (cursor: Cursor): Plain | undefined => {
  const items: Plain[] = [];
  let next = ',';
  for (; next === ','; next = take(cursor)) {
    const item = any(cursor);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return next === ']' ? items : undefined;
};

const map = (cursor: Cursor): Plain | undefined => {
  const entries = new Map<string, Plain>();
  let next = ',';
  for (; next === ','; next = take(cursor)) {
    const key = take(cursor);
    const colon = take(cursor);
    const value = any(cursor);
    if (!SCALAR.test(key) || /\s/.test(key) || entries.has(key) || colon !== ': ' || value === undefined)
      return undefined;
    entries.set(key, value);
  }
  return next === '}' ? Object.fromEntries(entries) : undefined;
};
