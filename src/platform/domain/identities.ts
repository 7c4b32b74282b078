import { add, subtract, type Fen } from '../../kernel/money.ts';
import type { FundRow, Shares } from '../../rules/benefit/settled.ts';

/**
 * Where a settlement's amounts do not add up, in words; undefined when all of it does (湖南 V1.1.27, 2206/2207): total
 * = four parts; total = funds + person + hospital; funds = Σ each; person = account + cash; Σ fund rows = funds +
 * account.
 */
export const imbalanceOf = (shares: Shares, funds: readonly FundRow[]): string | undefined => {
  const { medfee_sumamt, fund_pay_sumamt, psn_part_amt, hosp_part_amt, acct_pay, psn_cash_pay } = shares;
  const parts = add(shares.fulamt_ownpay_amt, shares.overlmt_selfpay, shares.preselfpay_amt, shares.inscp_scp_amt);
  const paid = add(
    shares.hifp_pay, shares.cvlserv_pay, shares.hifes_pay, shares.hifmi_pay, shares.hifob_pay, shares.hifdm_pay,
    shares.maf_pay, shares.oth_pay,
  ); // prettier-ignore
  const rows = add(...funds.map((row) => row.fund_payamt));
  const checks: [Fen, Fen, string][] = [
    [medfee_sumamt, parts, '医疗费总额 ≠ 全自费 + 超限价 + 先自付 + 政策范围内'],
    [medfee_sumamt, add(fund_pay_sumamt, psn_part_amt, hosp_part_amt), '医疗费总额 ≠ 基金 + 个人 + 医院负担'],
    [fund_pay_sumamt, paid, '基金支付总额 ≠ 各项基金之和'],
    [psn_part_amt, add(acct_pay, psn_cash_pay), '个人负担 ≠ 个人账户 + 现金'],
    [subtract(rows, acct_pay), fund_pay_sumamt, '基金分项之和 ≠ 基金支付总额 + 个人账户'],
  ];
  return checks.find(([left, right]) => left !== right)?.[2];
};
