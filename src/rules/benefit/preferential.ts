import { FUNDS } from './fund.ts';
import { payRemainderShare } from './remainder-share.ts';
import type { Step } from './state.ts';

/** 优抚对象: their fund shares in what is left of the in-scope cost. It shows in oth_pay, having no field of its own. */
export const preferential: Step = {
  run: (state) => payRemainderShare(state, state.request.parameters.preferential, 'preferential', FUNDS.preferential),
  reads: () => [],
};
