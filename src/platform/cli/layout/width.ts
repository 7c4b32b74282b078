/** Characters that take two columns of a terminal: Han, kana, hangul, full-width forms, emoji (UAX #11, W and F). */
const WIDE = new RegExp(
  [
    String.raw`[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f]`,
    String.raw`[\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]`,
  ].join('|'),
  'u',
);

/** Characters that take none: combining marks, zero-width spaces, variation selectors. */
const NONE = /[\u0300-\u036f\u200b-\u200f\ufe00-\ufe0f]/;

const widthOfCharacter = (character: string): number => (WIDE.test(character) ? 2 : NONE.test(character) ? 0 : 1);

/** Columns that a line of text takes on a terminal. */
export const width = (text: string): number => {
  let columns = 0;
  for (const character of text) columns += widthOfCharacter(character);
  return columns;
};

/** Spaces behind the text, or in front of it, up to so many columns; a wider text stays as it is. */
export const pad = (text: string, columns: number, align: 'left' | 'right' = 'left'): string => {
  const spaces = ' '.repeat(Math.max(0, columns - width(text)));
  return align === 'left' ? text + spaces : spaces + text;
};
