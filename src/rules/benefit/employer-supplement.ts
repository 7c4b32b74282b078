import { FUNDS } from './fund.ts';
import { payCappedShare, readsOfCappedShare } from './capped-share.ts';
import type { Step } from './state.ts';

/** 企业补充医疗保险: a share of the in-scope cost that no fund has paid so far, within a yearly cap. */
export const employerSupplement: Step = {
  run: (state) =>
    payCappedShare(state, state.request.parameters.employer_supplement, {
      rule: 'employer-supplement',
      fund: FUNDS.employerSupplement,
      payer: '企业补充医疗保险',
    }),
  reads: (reads) => readsOfCappedShare(reads, reads.parameters.employer_supplement, FUNDS.employerSupplement),
};
