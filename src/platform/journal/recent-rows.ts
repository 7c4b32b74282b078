/**
 * Which rows were committed last, in that order: rows of queries and late answers come behind rows with higher numbers.
 */
export type RecentRows = {
  readonly add: (seqs: readonly number[]) => void;
  /** The rows committed after that one; undefined where nobody remembers it. */
  readonly since: (seq: number) => readonly number[] | undefined;
};

export const recentRows = (most: number): RecentRows => {
  let seqs: number[] = [];
  return {
    add: (more) => {
      seqs.push(...more);
      // Cut back at twice the number, so that the copy costs next to nothing a row.
      if (seqs.length > 2 * most) seqs = seqs.slice(-most);
    },
    since: (seq) => {
      const at = seqs.lastIndexOf(seq);
      return at < 0 ? undefined : seqs.slice(at + 1);
    },
  };
};
