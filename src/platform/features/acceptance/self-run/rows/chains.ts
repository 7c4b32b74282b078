import type { Row } from '../row.ts';
import type { Step } from '../step.ts';
import { SETTLE, SETTLE_AS_BEFORE, TRIAL } from '../steps/claims.ts';
import { REFUND, REVERSE_REFUND, REVERSE_SETTLEMENT } from '../steps/refunds.ts';
import { eachPopulation } from './cases.ts';

/** 结算→退费→退费冲正→结算冲正→结算→退费→结算. */
const WHOLE: readonly Step[] = [
  TRIAL, SETTLE, REFUND, REVERSE_REFUND, REVERSE_SETTLEMENT, TRIAL, SETTLE_AS_BEFORE, REFUND, TRIAL, SETTLE_AS_BEFORE,
]; // prettier-ignore

/** 结算→退费→退费冲正→结算: printed for M08300 alone. The second settlement is another visit beside the first. */
const SHORT: readonly Step[] = [TRIAL, SETTLE, REFUND, REVERSE_REFUND, TRIAL, SETTLE];

const number = { treatment: '15', insured: '15' };

/** Row 15: each population, twice in a row. */
export const CHAINS: readonly Row[] = [
  {
    key: 'chain',
    number,
    title: '完整流程（含结算冲正），连续两次',
    cases: eachPopulation,
    steps: [...WHOLE, ...WHOLE],
  },
  {
    key: 'short-chain',
    number,
    title: '完整流程（只有退费冲正），连续两次',
    only: ['M08300'],
    cases: eachPopulation,
    steps: [...SHORT, ...SHORT],
  },
];
