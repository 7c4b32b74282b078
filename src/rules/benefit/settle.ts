import { add, subtract, ZERO } from '../../kernel/money.ts';
import { merged } from '../ledger/delta.ts';
import { checkIdentities } from './check-identities.ts';
import { checkRequest } from './check-request.ts';
import { factsOf, visitFacts } from './facts.ts';
import type { SettleRequest } from './request.ts';
import type { Settled, Shares } from './settled.ts';
import { FULL_ADVANCE_STEPS, isFullAdvance } from './full-advance.ts';
import { fundTotal, startingState, type State } from './state.ts';
import { STEPS } from './steps.ts';

/**
 * Settles one claim by the policy of the insured place 参保地政策: who bears what, which accumulators move, and why. Pure;
 * it reads no accumulator but those of `accumulatorsOf`. Throws only on what the platform must have prevented:
 * parameters of another day, insurance or benefit, a disease without benefit, a claim whose parts do not add up.
 */
export const settle = (request: SettleRequest): Settled => {
  checkRequest(request);
  const facts = factsOf(visitFacts(request.parameters, request.visit), request.person);
  const steps = isFullAdvance(request.parameters, facts) ? FULL_ADVANCE_STEPS : STEPS;
  const end = steps.reduce((state, step) => step.run(state), startingState(request, facts));
  const { funds, deltas, explanation } = end;
  const settled = {
    shares: sharesOf(end),
    funds,
    deltas: merged(deltas),
    explanation,
    fullAdvance: steps === FULL_ADVANCE_STEPS,
  };
  checkIdentities(request, settled);
  return settled;
};

const sharesOf = ({ request, basic, paid, person }: State): Shares => {
  const { medfee_sumamt, fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt } = request.claim;
  const fund_pay_sumamt = fundTotal(paid);
  return {
    medfee_sumamt,
    fulamt_ownpay_amt,
    overlmt_selfpay,
    preselfpay_amt,
    inscp_scp_amt,
    act_pay_dedc: basic.deductible,
    ...paid,
    pool_prop_selfpay: basic.ratio,
    fund_pay_sumamt,
    psn_part_amt: subtract(medfee_sumamt, fund_pay_sumamt),
    acct_pay: add(person.own, person.family),
    acct_mulaid_pay: person.family,
    psn_cash_pay: person.cash,
    hosp_part_amt: ZERO,
    balc: subtract(request.account.balance, person.own),
  };
};
