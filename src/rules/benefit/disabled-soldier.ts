import { FUNDS } from './fund.ts';
import { payRemainderShare } from './remainder-share.ts';
import type { Step } from './state.ts';

/** 一至六级残疾军人: their fund takes over what is left of the in-scope cost. */
export const disabledSoldier: Step = {
  run: (state) =>
    payRemainderShare(state, state.request.parameters.disabled_soldier, 'disabled-soldier', FUNDS.disabledSoldier),
  reads: () => [],
};
