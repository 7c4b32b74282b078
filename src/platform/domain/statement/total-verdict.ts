import { subtract, sum, yuan, type Fen } from '../../../kernel/money.ts';
import type { Settlement } from '../settlement.ts';

/** What both sides of a total reconciliation 对总账 name. */
export type StatementTotals = {
  readonly medfee_sumamt: Fen;
  readonly fund_pay_sumamt: Fen;
  readonly acct_pay: Fen;
  readonly fixmedins_setl_cnt: number;
};

export const totalsOf = (rows: readonly Settlement[]): StatementTotals => ({
  medfee_sumamt: sum(rows.map((row) => row.shares.medfee_sumamt)),
  fund_pay_sumamt: sum(rows.map((row) => row.shares.fund_pay_sumamt)),
  acct_pay: sum(rows.map((row) => row.shares.acct_pay)),
  fixmedins_setl_cnt: rows.length,
});

const AMOUNTS = [
  ['medfee_sumamt', '医疗费总额'],
  ['fund_pay_sumamt', '基金支付总额'],
  ['acct_pay', '个人账户支付'],
] as const;

const amountDifferences = (theirs: StatementTotals, ours: StatementTotals): string[] =>
  AMOUNTS.filter(([code]) => theirs[code] !== ours[code]).map(
    ([code, name]) =>
      `${name}：机构 ${yuan(theirs[code])}，中心 ${yuan(ours[code])}，差 ${yuan(subtract(theirs[code], ours[code]))}`,
  );

/** stmt_rslt 对账结果 (0 平, 1 不平) with a text that names every difference; the text has room for 200 characters. */
export const totalVerdict = (theirs: StatementTotals, ours: StatementTotals) => {
  const counts = theirs.fixmedins_setl_cnt === ours.fixmedins_setl_cnt;
  const differences = [
    ...(counts ? [] : [`结算笔数：机构 ${theirs.fixmedins_setl_cnt}，中心 ${ours.fixmedins_setl_cnt}`]),
    ...amountDifferences(theirs, ours),
  ];
  return differences.length === 0
    ? { stmt_rslt: '0', stmt_rslt_dscr: `平：${ours.fixmedins_setl_cnt} 笔，医疗费总额 ${yuan(ours.medfee_sumamt)}` }
    : { stmt_rslt: '1', stmt_rslt_dscr: `${differences.join('；')}。请用 3202 对明细账`.slice(0, LONGEST) };
};

const LONGEST = 200;
