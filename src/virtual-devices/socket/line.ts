/** One end of a connection: what a protocol says, whatever carries it. */
export type Line = {
  readonly say: (message: string | Uint8Array) => void;
  /** Ends it, with a code of WebSocket and a reason. */
  readonly end: (code: number, reason: string) => void;
};

/** The other end: what a protocol does with what comes. */
export type Talk = {
  readonly heard: (bytes: Uint8Array, isBinary: boolean) => void;
  /** Whoever speaks faster than the limits let it is told so in the protocol's own words, if it has any. */
  readonly tooFast?: () => void;
  readonly over: () => void;
};

/** A protocol: takes up a line and talks. */
export type Protocol = (line: Line) => Talk;
