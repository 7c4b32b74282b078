import { negate, sum, yuan, type Fen } from '../../../../kernel/money.ts';
import { amountAt, rowsAt } from '../../demo/answer-values.ts';

const PARTS = ['fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt'];
const FUNDS = [
  'hifp_pay', 'cvlserv_pay', 'hifes_pay', 'hifmi_pay', 'hifob_pay', 'hifdm_pay', 'maf_pay', 'oth_pay',
]; // prettier-ignore
const MONEY = [
  'medfee_sumamt', ...PARTS, ...FUNDS, 'fund_pay_sumamt', 'psn_part_amt', 'acct_payamt', 'psn_cashpay',
]; // prettier-ignore

const amountOf = (output: unknown, code: string): Fen => amountAt(output, `setlinfo.${code}`);

/** Which sums of a national settlement or refund do not agree, in sentences with their figures. */
export const sumsAmiss = (output: unknown): string[] => {
  const amounts = (codes: readonly string[]): Fen[] => codes.map((code) => amountOf(output, code));
  const rows = rowsAt(output, 'setldetail').map((row) => amountAt(row, 'fund_payamt'));
  return [
    ...amiss('总额 = 全自费 + 超限价 + 先自付 + 范围内', amountOf(output, 'medfee_sumamt'), amounts(PARTS)),
    ...amiss('基金支付总额 = 各项基金之和', amountOf(output, 'fund_pay_sumamt'), amounts(FUNDS)),
    ...amiss(
      '总额 = 基金 + 个人 + 医院',
      amountOf(output, 'medfee_sumamt'),
      amounts(['fund_pay_sumamt', 'psn_part_amt', 'hosp_part_amt']),
    ),
    ...amiss('个人 = 账户 + 现金', amountOf(output, 'psn_part_amt'), amounts(['acct_payamt', 'psn_cashpay'])),
    ...amiss('基金 + 账户 = 基金分项之和', sum(amounts(['fund_pay_sumamt', 'acct_payamt'])), rows),
  ];
};

const amiss = (words: string, total: Fen, parts: readonly Fen[]): string[] =>
  total === sum(parts) ? [] : [`${words} 不成立：${yuan(total)} ≠ ${parts.map(yuan).join(' + ')}`];

/** Which amounts of two settlements differ. */
export const differing = (one: unknown, other: unknown, words: string): string[] =>
  MONEY.filter((code) => amountOf(one, code) !== amountOf(other, code)).map(
    (code) => `${words}：${code} ${yuan(amountOf(one, code))} ≠ ${yuan(amountOf(other, code))}`,
  );

/** Which amounts of a refund are not those of its settlement the other way round. */
export const notNegated = (settled: unknown, refund: unknown): string[] =>
  MONEY.filter((code) => amountOf(refund, code) !== negate(amountOf(settled, code))).map(
    (code) => `退费与原结算不是互为相反数：${code} ${yuan(amountOf(refund, code))}`,
  );
