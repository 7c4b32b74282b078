import { must } from '../../kernel/assert.ts';
import { add, subtract, sum, ZERO, type Fen } from '../../kernel/money.ts';
import { FUNDS } from './fund.ts';
import type { SettleRequest } from './request.ts';
import type { Settled, Shares } from './settled.ts';

/** The identities of a settlement. They hold again, by other code, before it is stored. */
export const checkIdentities = (request: SettleRequest, { shares, funds, explanation }: Settled): void => {
  checkShares(shares);
  const rowsOf = (account: boolean): Fen =>
    sum(
      funds
        .filter((row) => (row.fund_pay_type === FUNDS.account.fund_pay_type) === account)
        .map((row) => row.fund_payamt),
    );
  must(rowsOf(false) === shares.fund_pay_sumamt, 'the fund rows add up to fund_pay_sumamt');
  must(rowsOf(true) === shares.acct_pay, 'the account row is acct_pay');
  must(
    funds.every((row) => row.crt_payb_lmt_amt === undefined || row.fund_payamt <= row.crt_payb_lmt_amt),
    'no fund pays more than its limit',
  );
  must(
    shares.balc === subtract(request.account.balance, subtract(shares.acct_pay, shares.acct_mulaid_pay)),
    'balance after = balance before − own account',
  );
  must(explanation.at(-1)?.after === ZERO, 'the explanation ends with everything borne');
};

const checkShares = (shares: Shares): void => {
  const { medfee_sumamt, fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt } = shares;
  const { hifp_pay, cvlserv_pay, hifes_pay, hifmi_pay, hifob_pay, hifdm_pay, maf_pay, oth_pay } = shares;
  const { act_pay_dedc, fund_pay_sumamt, psn_part_amt, acct_pay, acct_mulaid_pay, psn_cash_pay, hosp_part_amt } =
    shares;
  must(
    medfee_sumamt === add(fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt),
    'medfee = 全自费 + 超限价 + 先自付 + 政策范围内',
  );
  must(
    fund_pay_sumamt === add(hifp_pay, cvlserv_pay, hifes_pay, hifmi_pay, hifob_pay, hifdm_pay, maf_pay, oth_pay),
    'fund total = Σ funds',
  );
  must(medfee_sumamt === add(fund_pay_sumamt, psn_part_amt, hosp_part_amt), 'medfee = fund + personal + hospital part');
  must(psn_part_amt === add(acct_pay, psn_cash_pay), 'personal = account + cash');
  must(acct_mulaid_pay <= acct_pay, 'the account contains 共济');
  must(act_pay_dedc <= inscp_scp_amt, 'the deductible lies in scope');
  must(hifp_pay <= subtract(inscp_scp_amt, act_pay_dedc), 'the pool pays for cost above the deductible');
  must(psn_part_amt >= add(fulamt_ownpay_amt, overlmt_selfpay), 'no fund touches 全自费 and 超限价');
  must(
    Object.values(shares).every((part) => part >= 0),
    'no share is negative',
  );
};
