/** How many characters must be put in, left out or changed to make one text into another (Levenshtein). */
export const editDistance = (left: string, right: string): number => {
  let above = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      const changed = (above[column - 1] ?? 0) + same;
      here.push(Math.min(changed, (above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1));
    }
    above = here;
  }
  return above[right.length] ?? 0;
};

/**
 * The candidates that are nearest to a text, the nearest first, of equal ones the smaller by code point; none that
 * shares less than half of it.
 */
export const closest = (text: string, candidates: Iterable<string>, most = 3): string[] =>
  [...new Set(candidates)]
    .map((candidate) => ({ candidate, distance: editDistance(text, candidate) }))
    .filter(({ candidate, distance }) => distance * 2 <= Math.max(text.length, candidate.length))
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
