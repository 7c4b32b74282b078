/**
 * The smallest that still fails, as far as single steps lead there: of all that are a little smaller the first that
 * fails takes its place, until none does. `most` bounds how many are tried.
 */
export const shrink = async <T>(
  start: T,
  smaller: (one: T) => readonly T[],
  fails: (one: T) => Promise<boolean>,
  most: number,
): Promise<T> => {
  let [smallest, tried] = [start, 0];
  for (;;) {
    let next: T | undefined;
    for (const one of smaller(smallest)) {
      if (tried === most) return smallest;
      tried += 1;
      if (!(await fails(one))) continue;
      next = one;
      break;
    }
    if (next === undefined) return smallest;
    smallest = next;
  }
};

/** The list without one of its entries, each in turn. */
export const withoutOne = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  list.map((_, index) => list.toSpliced(index, 1));
