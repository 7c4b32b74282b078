import type { Instant } from '../../../../kernel/civil-time.ts';
import type { Input as Refund, Output as Refunded } from '../../../domain/national/1203.gen.ts';
import type { Input as Settle, Output as Settled } from '../../../domain/national/1107.gen.ts';
import type { Input as Reverse } from '../../../domain/national/1301.gen.ts';

type Exchanged = { readonly seq: number; readonly trace: string; readonly msgid: string; readonly at: Instant };

/** A message that a province's own system said yes to, as insured place, decoded by its table. */
export type Act = Exchanged &
  (
    | { readonly infno: '1107'; readonly input: Settle; readonly output: Settled }
    | { readonly infno: '1203'; readonly input: Refund; readonly output: Refunded }
    | { readonly infno: '1301'; readonly input: Reverse }
  );

export type SettleAct = Extract<Act, { readonly infno: '1107' }>;
