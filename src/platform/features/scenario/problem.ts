/** What is wrong with a scenario's file, and where: for the person who writes it, in plain Chinese. */
export type Problem = {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
};

/** `scenarios/a.yaml:12 call 写的是 “22o7”，应为交易编号` */
export const printProblem = ({ file, line, message }: Problem): string => `${file}:${line} ${message}`;
