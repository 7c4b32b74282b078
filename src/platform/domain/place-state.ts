import type { Admdvs } from '../../kernel/admdvs.ts';

/** How an insured place is reached whose own system answers instead of the embedded engine. */
export type RemoteSystem = {
  /** Where messages are posted; the transaction's number is appended as the last part of the path. */
  readonly url: string;
  /** Wall time in ms before the national node gives up. */
  readonly timeoutMs: number;
  /** Shared key of the signature header; absent: unsigned. */
  readonly key?: string;
};

/** What differs from a place that is open and answered by the embedded engine. */
export type PlaceState = {
  /** A place, or a whole province by its xx0000 code. */
  readonly place: Admdvs;
  /** Why new business of its insured is not taken 未开通跨省直接结算; absent: open. */
  readonly closed?: string;
  readonly remote?: RemoteSystem;
};
