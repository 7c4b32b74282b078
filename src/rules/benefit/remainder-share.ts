import { share, yuan, ZERO } from '../../kernel/money.ts';
import { percent } from '../../kernel/rate.ts';
import { deltaOf } from '../ledger/delta.ts';
import { choose, type Cases } from '../policy/case.ts';
import type { None, RemainderShare } from '../policy/values.ts';
import { yearly } from './counting.ts';
import type { PayingFund } from './fund.ts';
import { pay } from './pay.ts';
import type { State } from './state.ts';

/** Pays a share of the in-scope cost that no fund has paid so far, without cap. */
export const payRemainderShare = (
  state: State,
  cases: Cases<RemainderShare | None> | undefined,
  rule: string,
  fund: PayingFund,
): State => {
  if (cases === undefined || state.unpaid === ZERO) return state;
  const { value, basis } = choose(cases, state.facts);
  if (value === 'none') return state;
  const amount = share(state.unpaid, value.ratio, 'half-up');
  const title = fund.fund_pay_type_name;
  return pay(state, {
    fund,
    rule,
    title,
    base: state.unpaid,
    limit: undefined,
    amount,
    text: `政策范围内个人负担${yuan(state.unpaid)}元，${title}按${percent(value.ratio)}支付${yuan(amount)}元。`,
    basis,
    value: percent(value.ratio),
    deltas: [deltaOf(yearly('D', fund.subject, state.asOf), amount)],
  });
};
