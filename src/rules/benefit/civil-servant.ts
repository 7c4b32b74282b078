import { FUNDS } from './fund.ts';
import { payCappedShare, readsOfCappedShare } from './capped-share.ts';
import type { Step } from './state.ts';

/** 公务员医疗补助: a share of the in-scope cost that no fund has paid so far, within a yearly cap. */
export const civilServant: Step = {
  run: (state) =>
    payCappedShare(state, state.request.parameters.civil_servant, {
      rule: 'civil-servant',
      fund: FUNDS.civilServant,
      payer: '公务员补助',
    }),
  reads: (reads) => readsOfCappedShare(reads, reads.parameters.civil_servant, FUNDS.civilServant),
};
