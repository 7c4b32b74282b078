import type { Instant } from '../../../kernel/civil-time.ts';

/** What cn.nhsa.settle.notify put onto the screen of an institution's terminal, numbers of real persons masked. */
export type TerminalNotice = {
  /** Number of the exchange. */
  readonly seq: number;
  readonly fixmedins_code: string;
  readonly at: Instant;
  readonly state: 'SUCCESS' | 'FAIL';
  /** The message's data as read; amounts in 分. */
  readonly shown: Readonly<Record<string, unknown>>;
};
