/** Lets messages in, or holds them while somebody works alone. */
export type Gate = {
  /** Undefined when the gate is open: the message is in at once. */
  readonly enter: () => Promise<void> | undefined;
  readonly leave: () => void;
  /** Waits until every message is out, holds those that come, works, and lets them in. One after another. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
};

export const openGate = (): Gate => {
  let inside = 0;
  let emptied: (() => void) | undefined;
  let closed: Promise<unknown> | undefined;

  const enter = (): Promise<void> | undefined => {
    if (!closed) {
      inside += 1;
      return undefined;
    }
    const settled = () => undefined;
    return closed.then(settled, settled).then(enter);
  };

  const empty = (): Promise<void> =>
    inside === 0
      ? Promise.resolve()
      : new Promise((resolve) => {
          emptied = resolve;
        });

  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    while (closed) await closed.catch(() => undefined);
    const mine = empty().then(work);
    closed = mine;
    try {
      return await mine;
    } finally {
      closed = undefined;
    }
  };

  return {
    enter,
    leave: () => {
      inside -= 1;
      if (inside > 0) return;
      emptied?.();
      emptied = undefined;
    },
    alone,
  };
};

/** Time may move while somebody else is waited for: only who is inside the gate holds it up. */
export const outside = async <T>({ gate }: { readonly gate: Gate }, waiting: Promise<T>): Promise<T> => {
  gate.leave();
  try {
    return await waiting;
  } finally {
    await gate.enter();
  }
};
