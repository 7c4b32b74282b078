import { yuan } from '../../kernel/money.ts';
import { explain } from './explain.ts';
import type { State, Step } from './state.ts';

/** 现金: the last bucket takes whatever is left. */
const run = (state: State): State => {
  const amount = state.open;
  const reason = {
    rule: 'cash',
    title: '个人现金',
    text: `其余${yuan(amount)}元由个人用现金支付。`,
    amount,
    borne: amount,
  };
  return explain(state, reason, { person: { ...state.person, cash: amount } });
};

export const cash: Step = { run, reads: () => [] };
