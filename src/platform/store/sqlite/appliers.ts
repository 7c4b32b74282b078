import type { Write } from '../port.ts';

/** One function for each kind of write: a kind that no table takes is a compile error where they are put together. */
export type Appliers = { readonly [K in Write['kind']]: (write: Extract<Write, { kind: K }>) => void };
