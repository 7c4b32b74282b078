import { add, least, subtract, yuan, ZERO, type Fen } from '../../kernel/money.ts';
import { deltaOf, moving } from '../ledger/delta.ts';
import { choose } from '../policy/case.ts';
import type { AccountUse } from '../policy/values.ts';
import { yearly } from './counting.ts';
import { explain } from './explain.ts';
import { FUNDS } from './fund.ts';
import type { State, Step } from './state.ts';

const fund = FUNDS.account;

/**
 * 个人账户: the person's own first, then what the family adds 共济. It is the person's money and no part of the fund total.
 */
const run = (state: State): State => {
  const { parameters, account } = state.request;
  if (parameters.account === undefined || !account.use) return state;
  const { value, basis } = choose(parameters.account, state.facts);
  if (value === 'none') return state;
  const family = account.family ?? ZERO;
  const payable = value === 'all' ? state.open : add(state.unpaid, state.preself);
  const own = least(account.balance, payable);
  const shared = least(family, subtract(payable, own));
  const total = add(own, shared);
  const row = {
    fund_pay_type: fund.fund_pay_type,
    fund_pay_type_name: fund.fund_pay_type_name,
    inscp_scp_amt: state.unpaid,
    crt_payb_lmt_amt: add(account.balance, family),
    fund_payamt: total,
    setl_proc_info: sentence(payable, own, shared),
  };
  const reason = {
    rule: 'account',
    title: '个人账户',
    text: row.setl_proc_info,
    amount: total,
    borne: total,
    basis,
    value: USE[value],
  };
  return explain(state, reason, {
    person: { ...state.person, own, family: shared },
    funds: total > ZERO ? [...state.funds, row] : state.funds,
    deltas: [...state.deltas, ...moving([deltaOf(yearly('D', fund.subject, state.asOf), total)])],
  });
};

const USE: Readonly<Record<AccountUse, string>> = { all: '全部个人负担', 'in-scope': '目录内个人负担' };

const sentence = (payable: Fen, own: Fen, shared: Fen): string => {
  const family = shared > ZERO ? `，家庭共济支付${yuan(shared)}元` : '';
  return `个人账户可支付范围${yuan(payable)}元，本人账户支付${yuan(own)}元${family}。`;
};

export const account: Step = { run, reads: () => [] };
