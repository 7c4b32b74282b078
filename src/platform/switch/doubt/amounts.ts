import { yuan, type Fen } from '../../../kernel/money.ts';
import type { FundRow, Shares } from '../../../rules/benefit/settled.ts';
import { imbalanceOf } from '../../domain/identities.ts';

/** 一百亿元 in 分: beyond it no sum is reckoned. */
const LARGEST = 1_000_000_000_000;

/** A ratio, no amount. */
const isAmount = ([code]: readonly [string, number]): boolean => code !== 'pool_prop_selfpay';

/** Amounts that are none of a settlement (sign 1) or of its refund (sign -1), or that do not add up. */
export const wrongAmounts = (shares: Shares, funds: readonly FundRow[], sign: 1 | -1): string | undefined => {
  const paid = funds.map(({ fund_pay_type, fund_payamt }) => [`fund_payamt（${fund_pay_type}）`, fund_payamt] as const);
  const amounts = [...Object.entries(shares).filter(isAmount), ...paid] as [string, Fen][];
  const wild = amounts.find(([, amount]) => Math.abs(amount) > LARGEST);
  if (wild) return `金额 ${wild[0]} 过大：${yuan(wild[1])}`;
  // The balance after it is not negated by a refund.
  const wrong = amounts.find(([code, amount]) => (code === 'balc' ? amount : amount * sign) < 0);
  if (wrong) return `金额 ${wrong[0]} 的正负号不对：${yuan(wrong[1])}`;
  return imbalanceOf(shares, funds);
};
