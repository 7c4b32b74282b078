import type { DecodedBody } from './decode-body.ts';
import type { Door } from './definition.ts';

/** A message as it came through a door, its workspace already found. */
export type Received = {
  readonly door: Door;
  /** The number that the path names; the body's wins. */
  readonly pathInfno?: string;
  readonly decoded: DecodedBody;
  /** Bytes of the body as sent. */
  readonly size: number;
  /** The body itself, where it may be signed. */
  readonly raw?: Uint8Array;
  /** A header by its lower-case name. */
  readonly header: (name: string) => string | undefined;
};
