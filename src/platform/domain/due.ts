import type { Instant } from '../../kernel/civil-time.ts';

/** Work that falls due 到期事项: done when the workspace's clock gets there, in the order of moment and coming. */
export type Due = {
  /** Which handler does it. */
  readonly kind: string;
  /** What it is about; the same kind and key once more replaces the moment. */
  readonly key: string;
  readonly at: Instant;
};
