import { subtract, ZERO, type Fen } from '../../kernel/money.ts';
import type { Basis } from '../policy/basis.ts';
import type { ExplanationStep } from './settled.ts';
import { advance, type Changes, type State } from './state.ts';

/** What a step says of itself. */
export type Reason = {
  readonly rule: string;
  readonly title: string;
  readonly text: string;
  /** What the step found. */
  readonly amount: Fen;
  /** How much of the claim somebody now bears; absent = the step only reckons. */
  readonly borne?: Fen;
  /** The parameter it went by, and how its value reads. */
  readonly basis?: Basis;
  readonly value?: string;
};

/**
 * Makes the changes of a step and says why: one entry of the explanation, and off the open amount what it made borne.
 */
export const explain = (state: State, reason: Reason, changes: Changes = {}): State => {
  const open = subtract(state.open, reason.borne ?? ZERO);
  const explanation = [...state.explanation, stepOf(reason, state.open, open)];
  return advance(advance(state, changes), { open, explanation });
};

const stepOf = ({ rule, title, text, amount, basis, value }: Reason, before: Fen, after: Fen): ExplanationStep => {
  if (basis === undefined || value === undefined) return { rule, title, before, amount, after, text };
  const { parameter, from, source, mark, status } = basis;
  return { rule, title, parameter, from, value, source, mark, status, before, amount, after, text };
};
