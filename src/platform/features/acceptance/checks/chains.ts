import type { Act } from '../evidence/act.ts';

/** A step of a flow: which transaction, and of which earlier step it is the refund or reversal. */
type FlowStep = { readonly infno: '1107' | '1203' | '1301'; readonly of?: number };
export type Flow = readonly FlowStep[];

/** 结算→退费→结算 (附件2 rows 2 and 9). */
export const SETTLE_REFUND_SETTLE: Flow = [{ infno: '1107' }, { infno: '1203', of: 0 }, { infno: '1107' }];

/** 结算→退费→退费冲正→结算冲正→结算→退费→结算: row 15 as it is printed of five diseases. */
const FULL: Flow = [
  { infno: '1107' },
  { infno: '1203', of: 0 },
  { infno: '1301', of: 1 },
  { infno: '1301', of: 0 },
  { infno: '1107' },
  { infno: '1203', of: 4 },
  { infno: '1107' },
];

/**
 * 结算→退费→退费冲正→结算: row 15 as it is printed of M08300, twice over; we read the second time as the second of two
 * successes.
 */
const SHORT: Flow = [{ infno: '1107' }, { infno: '1203', of: 0 }, { infno: '1301', of: 1 }, { infno: '1107' }];

/** The flows that count as the full chain of a disease, the longest first. */
export const chainFlows = (disease: string): readonly Flow[] => (disease === 'M08300' ? [FULL, SHORT] : [FULL]);

/**
 * Where a flow was gone through from end to end: the acts of one person and disease in their order, each in one run at
 * most.
 */
export const runsOf = (acts: readonly Act[], flows: readonly Flow[]): (readonly Act[])[] => {
  const runs: (readonly Act[])[] = [];
  for (let at = 0; at < acts.length;) {
    const flow = flows.find((one) => stepsGone(acts, at, one) === one.length);
    if (flow) runs.push(acts.slice(at, at + flow.length));
    at += flow ? flow.length : 1;
  }
  return runs;
};

/** How far the last acts have come in a flow that is not at its end yet: 0 when they are none. */
export const stepsUnderWay = (acts: readonly Act[], flow: Flow): number => {
  const from = Math.max(0, acts.length - flow.length + 1);
  for (let at = from; at < acts.length; at += 1) {
    if (stepsGone(acts, at, flow) === acts.length - at) return acts.length - at;
  }
  return 0;
};

/** How many steps of a flow the acts from there on take. */
const stepsGone = (acts: readonly Act[], from: number, flow: Flow): number => {
  const missed = flow.findIndex(({ infno, of }, step) => {
    const act = acts[from + step];
    return act?.exchange.infno !== infno || (of !== undefined && act.of !== acts[from + of]);
  });
  return missed === -1 ? flow.length : missed;
};
