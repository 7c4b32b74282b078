import { width } from './width.ts';

/** What stays in one piece: Latin words and numbers, and a Han character with the closing marks behind it. */
const PIECE = /[!-~]+|.[，。、；：！？）」』”》]*/gu;

/** Where a long path may be broken. */
const PART = /[^/#._-]*[/#._-]+|[^/#._-]+/g;

/** Breaks a text into lines of at most so many columns. Chinese breaks anywhere, a Latin word only when it must. */
export const wrap = (text: string, columns: number): string[] =>
  text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, columns));

const wrapParagraph = (text: string, columns: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, columns)) {
    if (line !== '' && width(line) + width(piece) > columns) {
      lines.push(line.trimEnd());
      line = '';
    }
    if (line !== '' || lines.length === 0 || piece !== ' ') line += piece;
  }
  return [...lines, line.trimEnd()];
};

/** The smallest pieces that fit: a path by its parts, and a part that is still too wide by its characters. */
const piecesOf = (text: string, columns: number): string[] => {
  const split = (pieces: readonly string[], into: (piece: string) => readonly string[]): string[] =>
    pieces.flatMap((piece) => (width(piece) > columns ? into(piece) : [piece]));
  return split(
    split(text.match(PIECE) ?? [], (piece) => piece.match(PART) ?? []),
    (piece) => [...piece],
  );
};
