import type { DeliveryState } from '../../../domain/delivery.ts';
import type { Leaving } from '../door-answer.ts';

/** An answer that is kept, and who wants to know whether it leaves after all. */
export type Kept = { readonly leaving: Leaving; readonly delivered?: ((state: DeliveryState) => void) | undefined };

/**
 * Answers that wait for the sender's next message: kept ones leave in place of its answer, delayed ones after it. They
 * live on the wire only: a restart drops them as it drops every connection, and so does a reset or a restored snapshot,
 * after which the workspace is another world.
 */
export type HeldAnswers = {
  /** Keeps an answer for the sender's next message. */
  readonly stash: (sender: string, kept: Kept) => void;
  /** Takes the one that was kept. */
  readonly take: (sender: string) => Kept | undefined;
  /** Resolves when the sender's next message has been answered, at the latest after that time of the machine. */
  readonly next: (sender: string, mostMs: number) => Promise<void>;
  /** An answer of the sender has left. */
  readonly answered: (sender: string) => void;
};

export const heldAnswers = (): ((world: object) => HeldAnswers) => {
  const worlds = new WeakMap<object, HeldAnswers>();
  return (world) => {
    const held = worlds.get(world) ?? heldInOne();
    worlds.set(world, held);
    return held;
  };
};

const heldInOne = (): HeldAnswers => {
  const kept = new Map<string, Kept>();
  const waiting = new Map<string, (() => void)[]>();
  return {
    stash: (sender, one) => kept.set(sender, one),
    take: (sender) => {
      const taken = kept.get(sender);
      kept.delete(sender);
      return taken;
    },
    next: (sender, mostMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, mostMs);
        const go = () => {
          clearTimeout(timer);
          resolve();
        };
        waiting.set(sender, [...(waiting.get(sender) ?? []), go]);
      }),
    answered: (sender) => {
      const go = waiting.get(sender);
      waiting.delete(sender);
      go?.forEach((each) => each());
    },
  };
};
