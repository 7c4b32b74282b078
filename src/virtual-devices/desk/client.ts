import type { ToClient } from '../protocol/messages.ts';

/** Somebody who is connected to a desk. */
export type Client = {
  readonly id: string;
  /** As others are told who has a device. */
  readonly name: string;
  /** Device whose events it hears; `*`: all; absent: none. */
  readonly listens?: string;
  readonly hear: (message: ToClient) => void;
  /** The service is restarting: the connection ends. */
  readonly drop: () => void;
};
