import type { Kept } from './books.ts';
import type { KeptFile } from './kept.ts';

/** What lives beside a workspace, put up by a shell: its virtual devices. */
export type Beside = {
  /** The devices at its windows, kept unread for whoever puts them up; absent: none were kept. */
  readonly devices: () => readonly object[] | undefined;
  readonly keepDevices: (devices: readonly object[]) => void;
  /** Is called when the workspace closes; at once where it is closed: a message may come to its end after it. */
  readonly whenClosed: (then: () => void) => void;
};

type Opened = {
  readonly beside: Beside;
  /** Ends what lives beside the workspace, then the workspace itself. */
  readonly closing: (then: () => Promise<void>) => Promise<void>;
};

export const besideOf = (kept: KeptFile<Kept>): Opened => {
  const closers: (() => void)[] = [];
  let isClosed = false;
  return {
    beside: {
      devices: () => kept.get().devices,
      keepDevices: (devices) => kept.change({ devices }),
      whenClosed: (then) => {
        if (isClosed) return then();
        closers.push(then);
      },
    },
    closing: (then) => {
      isClosed = true;
      for (const close of closers) close();
      return then();
    },
  };
};
