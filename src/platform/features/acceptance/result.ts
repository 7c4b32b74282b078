import type { Exchange } from './evidence/exchange.ts';
import type { State } from './judge.ts';
import type { Population } from './populations.ts';
import type { Requirement } from './requirements/requirement.ts';
import type { Side } from './side.ts';

/** How a requirement stands on a side, and why. */
export type Result = {
  readonly requirement: Requirement;
  readonly side: Side;
  readonly state: State;
  /** Keeps the province from going live. */
  readonly blocks: boolean;
  /** Something of it came, whatever became of it. */
  readonly begun: boolean;
  readonly required: number;
  readonly seen: number;
  /** 自检: what the sandbox's own play and answers would have given. Never 是. */
  readonly rehearsed: number;
  /** The rehearsal alone would have been enough. */
  readonly rehearsalMet: boolean;
  /** What counts, oldest first. */
  readonly evidence: readonly Exchange[];
  readonly lacking: readonly string[];
  /** The first population that lacks. */
  readonly population?: Population;
  readonly note?: string;
  /** What the province wrote 测试说明. */
  readonly explanation?: string;
  /** The attempt that failed last. */
  readonly failed?: Exchange;
};
