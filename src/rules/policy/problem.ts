/** What is wrong with a data file, and where: for the person who edits it, in plain Chinese. */
export type Problem = {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
};

/** `西安.yaml:12 缺少 “source”` */
export const printProblem = ({ file, line, message }: Problem): string => `${file}:${line} ${message}`;
