import { amountAt, rowsAt } from './answer-values.ts';
import { negate, sum, yuan, type Fen } from '../../../kernel/money.ts';

/** Something that must hold of an answer, in words with its figures. */
export type Check = { readonly text: string; readonly holds: boolean };

/** What a total is made of; also the columns of a fee line, which names the second one overlmt_amt. */
const PARTS = ['fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt'] as const;
const LINE_PARTS = ['fulamt_ownpay_amt', 'overlmt_amt', 'preselfpay_amt', 'inscp_scp_amt'] as const;

/** The funds of setlinfo. */
export const FUNDS = [
  'hifp_pay',
  'cvlserv_pay',
  'hifes_pay',
  'hifmi_pay',
  'hifob_pay',
  'hifdm_pay',
  'maf_pay',
  'oth_pay',
] as const;

const MONEY = ['medfee_sumamt', ...PARTS, ...FUNDS, 'fund_pay_sumamt', 'psn_part_amt', 'acct_pay', 'psn_cash_pay'];

const adds = (total: Fen, parts: readonly Fen[], words: string): Check => ({
  text: `${yuan(total)} = ${parts.map(yuan).join(' + ')}（${words}）`,
  holds: total === sum(parts),
});

const amounts = (node: unknown, codes: readonly string[]): Fen[] => codes.map((code) => amountAt(node, code));

/** Total and parts of all lines of a 2204 answer. */
export const splitTotals = (output: unknown): { readonly total: Fen; readonly parts: readonly Fen[] } => {
  const rows = rowsAt(output, 'result');
  const added = (code: string): Fen => sum(rows.map((row) => amountAt(row, code)));
  return { total: added('det_item_fee_sumamt'), parts: LINE_PARTS.map(added) };
};

/** Every line of a 2204 answer is the sum of its parts, and so is the batch. */
export const splitChecks = (output: unknown): Check[] => {
  const rows = rowsAt(output, 'result');
  const { total, parts } = splitTotals(output);
  const wrong = rows.filter((row) => amountAt(row, 'det_item_fee_sumamt') !== sum(amounts(row, LINE_PARTS)));
  return [
    { text: `${rows.length} 条明细，每条金额 = 全自费 + 超限价 + 先自付 + 范围内`, holds: wrong.length === 0 },
    adds(total, parts, '合计 = 全自费 + 超限价 + 先自付 + 范围内'),
  ];
};

/** The identities of setlinfo and setldetail (湖南 V1.1.27, 2206/2207). */
export const moneyChecks = (output: unknown): Check[] => {
  const amount = (code: string): Fen => amountAt(output, `setlinfo.${code}`);
  const rows = rowsAt(output, 'setldetail').map((row) => amountAt(row, 'fund_payamt'));
  const paid = FUNDS.map(amount).filter((fund) => fund !== 0);
  return [
    adds(amount('medfee_sumamt'), PARTS.map(amount), '总额 = 全自费 + 超限价 + 先自付 + 范围内'),
    adds(amount('fund_pay_sumamt'), paid.length > 0 ? paid : [sum([])], '基金 = 各项基金之和'),
    adds(
      amount('medfee_sumamt'),
      ['fund_pay_sumamt', 'psn_part_amt', 'hosp_part_amt'].map(amount),
      '总额 = 基金 + 个人 + 医院',
    ),
    adds(amount('psn_part_amt'), ['acct_pay', 'psn_cash_pay'].map(amount), '个人 = 账户 + 现金'),
    adds(sum([amount('fund_pay_sumamt'), amount('acct_pay')]), rows, '基金 + 账户 = 基金分项之和'),
  ];
};

/** The same in one line, for answers whose figures are not worth telling again. */
export const moneyAdds = (output: unknown): Check => {
  const checks = moneyChecks(output);
  return { text: `总额、基金、个人、账户相加无误（${checks.length} 项）`, holds: checks.every(({ holds }) => holds) };
};

/** Both settlements move the same money. */
export const sameMoney = (one: unknown, other: unknown, text: string): Check => ({
  text,
  holds: MONEY.every((code) => amountAt(one, `setlinfo.${code}`) === amountAt(other, `setlinfo.${code}`)),
});

/** A refund is the settlement with every sign turned. */
export const negated = (settled: unknown, refund: unknown): Check => ({
  text: '各项金额与原结算互为相反数，合计为 0.00',
  holds: MONEY.every((code) => amountAt(refund, `setlinfo.${code}`) === negate(amountAt(settled, `setlinfo.${code}`))),
});
