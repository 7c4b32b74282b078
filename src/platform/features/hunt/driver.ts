import type { Hospital } from '../demo/envelope.ts';

/** All that a driver is told: where to send, as whom, and who stands at the window. */
export type Setting = {
  /** Address of the server, and of the workspace's doors below it: `…/w/hunt-1`. */
  readonly base: string;
  readonly workspace: string;
  readonly hospital: Hospital;
  readonly card_no: string;
  readonly card_sn: string;
  readonly insuplc_admdvs: string;
  readonly dise_codg: string;
  readonly dise_name: string;
  readonly boxes: number;
  /** Civil time at the beginning. */
  readonly now: string;
};

/** One settlement in a HIS's own book, by its columns (docs/verdict.md). */
export type BookRow = Readonly<Record<string, string>>;

/** How a driver came to its end. */
export type DriverEnd = {
  /** It ended by itself, and as one who did what it could. */
  readonly ended: boolean;
  /** What it said last. */
  readonly text: string;
  /** Its own book, where it keeps one. */
  readonly book?: readonly BookRow[];
};

/** Makes a HIS settle one patient. */
export type Driver = {
  /** The workspace's clock goes so many times as fast as the machine's; absent: it stands, and the driver moves it. */
  readonly speed?: number;
  /** `pass` lets so many seconds pass on a clock that stands. */
  readonly settle: (setting: Setting, pass: (seconds: number) => Promise<void>) => Promise<DriverEnd>;
};
