import { sum, ZERO, type Fen } from '../../../../kernel/money.ts';
import { FUNDS } from '../../../../rules/benefit/fund.ts';
import type { FundRow, Settled } from '../../../../rules/benefit/settled.ts';
import type { Expectation } from './expectation.ts';
import type { SettleAct } from './act.ts';

/** One amount that came out differently; 分. */
export type Difference = {
  /** fund_pay_type, or the field of setlinfo. */
  readonly item: string;
  readonly name: string;
  readonly expected: Fen;
  readonly came: Fen;
};

/** What is compared: each fund by its code, and what the person bears where it is known. */
export type Payments = {
  readonly funds: Readonly<Record<string, Fen>>;
  readonly acct_payamt?: Fen | undefined;
  readonly psn_cashpay?: Fen | undefined;
};

/** The personal account is no fund that pays; it is compared as acct_payamt. */
const ACCOUNT = FUNDS.account.fund_pay_type;

const byFund = (rows: readonly Pick<FundRow, 'fund_pay_type' | 'fund_payamt'>[]): Record<string, Fen> => {
  const codes = [...new Set(rows.map((row) => row.fund_pay_type))].filter((code) => code !== ACCOUNT);
  return Object.fromEntries(
    codes.map((code) => [code, sum(rows.filter((row) => row.fund_pay_type === code).map((row) => row.fund_payamt))]),
  );
};

/** What the place's own system answered. */
export const paymentsThatCame = ({ setlinfo, setldetail }: SettleAct['output']): Payments => ({
  funds: byFund(setldetail),
  acct_payamt: setlinfo.acct_payamt,
  psn_cashpay: setlinfo.psn_cashpay,
});

/** What the embedded engine reckons. */
export const paymentsReckoned = ({ funds, shares }: Settled): Payments => ({
  funds: byFund(funds),
  acct_payamt: shares.acct_pay,
  psn_cashpay: shares.psn_cash_pay,
});

export const paymentsExpected = ({ funds, acct_payamt, psn_cashpay }: Expectation): Payments => ({
  funds,
  acct_payamt,
  psn_cashpay,
});

/** Fund by fund, a fund that is not named pays nothing; then account and cash where something is expected of them. */
export const differencesOf = (expected: Payments, came: Payments): Difference[] => {
  const codes = [...new Set([...Object.keys(expected.funds), ...Object.keys(came.funds)])].sort();
  const rows = [
    ...codes.map((code) => row(code, fundName(code), expected.funds[code], came.funds[code])),
    ...(['acct_payamt', 'psn_cashpay'] as const)
      .filter((field) => expected[field] !== undefined)
      .map((field) => row(field, PERSONAL[field], expected[field], came[field])),
  ];
  return rows.filter((one) => one.expected !== one.came);
};

const PERSONAL = { acct_payamt: '个人账户支付', psn_cashpay: '个人现金支付' };

const row = (item: string, name: string, expected: Fen = ZERO, came: Fen = ZERO): Difference => ({
  item,
  name,
  expected,
  came,
});

const fundName = (code: string): string =>
  Object.values(FUNDS).find((fund) => fund.fund_pay_type === code)?.fund_pay_type_name ?? '其他基金';
