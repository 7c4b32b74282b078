/**
 * Drives work that yields between its pages: other work of the process gets its turn at each of them. Gives what the
 * work returns.
 */
export const inPages = async <Result>(work: Generator<unknown, Result>): Promise<Result> => {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
};
