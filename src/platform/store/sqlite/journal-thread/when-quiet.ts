/** Work that is done while nothing else happens. */
export type WhenQuiet = {
  /** So much happened just now. */
  readonly stirred: (count: number) => void;
  readonly stop: () => void;
};

/** How long nothing must have happened, in milliseconds of the machine: a pause of a load is none. */
const QUIET = 5_000;

/**
 * Does work in pieces when enough has happened and then nothing for a while; the next event ends it. A piece says
 * whether another one is left.
 */
export const whenQuiet = (enough: number, piece: () => Promise<boolean>, quiet = QUIET): WhenQuiet => {
  let happened = 0;
  let calm = 0;
  let timer: NodeJS.Timeout | undefined;

  const work = async (): Promise<void> => {
    const mine = calm;
    let left = true;
    while (left && mine === calm) left = await piece();
    if (!left) happened = 0;
  };
  const begin = (): void => void work().catch(() => undefined);
  const arm = (): void => {
    timer ??= setTimeout(begin, quiet).unref();
    timer.refresh();
  };

  return {
    stirred: (count) => {
      happened += count;
      calm += 1;
      if (happened >= enough) arm();
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
      happened = 0;
      calm += 1;
    },
  };
};
