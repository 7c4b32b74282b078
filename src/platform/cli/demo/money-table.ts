import { yuan } from '../../../kernel/money.ts';
import { amountAt, rowsAt, textAt } from '../../features/demo/answer-values.ts';
import type { BillLine } from '../../features/demo/bill.ts';
import { splitTotals } from '../../features/demo/checks.ts';
import { table } from '../layout/table.ts';
import { fieldAt } from './field-names.ts';

const SPLIT_HEADS = [
  { title: '', align: 'right' },
  { title: '项目', gives: true },
  { title: '等级' },
  { title: '金额', align: 'right' },
  { title: '全自费', align: 'right' },
  { title: '超限价', align: 'right' },
  { title: '先自付', align: 'right' },
  { title: '范围内', align: 'right' },
] as const;

const LEVELS: Readonly<Record<string, string>> = { '01': '甲', '02': '乙', '03': '丙' };

/** The lines of a 2204 answer: what the catalogue of the place of treatment makes of each. */
export const splitTable = (output: unknown, bill: readonly BillLine[], columns: number): string => {
  const parts = ['fulamt_ownpay_amt', 'overlmt_amt', 'preselfpay_amt', 'inscp_scp_amt'];
  const result = rowsAt(output, 'result');
  const rows = result.map((row, index) => {
    const level = textAt(row, 'chrgitm_lv');
    const amounts = ['det_item_fee_sumamt', ...parts].map((code) => yuan(amountAt(row, code)));
    return [textAt(row, 'feedetl_sn'), bill[index]?.name ?? '', LEVELS[level] ?? level, ...amounts];
  });
  const { total, parts: totals } = splitTotals(output);
  return table(SPLIT_HEADS, [...rows, ['', '合计', '', ...[total, ...totals].map(yuan)]], columns);
};

/** Fund code of the personal account: a row of setldetail, yet no fund. */
const ACCOUNT = '310200';

const MONEY_HEADS = [
  { title: '项目' },
  { title: '字段' },
  { title: '金额（元）', align: 'right' },
  { title: '怎么算', gives: true },
] as const;

/** A settlement: the total, its parts, each fund, the account, the cash. */
export const moneyTable = (infno: string, output: unknown, columns: number): string => {
  const row = (depth: number, code: string, how = ''): string[] => [
    '  '.repeat(depth) + (fieldAt(infno, `setlinfo.${code}`)?.name ?? code),
    code,
    yuan(amountAt(output, `setlinfo.${code}`)),
    how,
  ];
  const details = rowsAt(output, 'setldetail');
  const isAccount = (detail: unknown): boolean => textAt(detail, 'fund_pay_type') === ACCOUNT;
  const rows = [
    row(0, 'medfee_sumamt'),
    ...['fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt'].map((code) => row(1, code)),
    row(2, 'act_pay_dedc'),
    row(0, 'fund_pay_sumamt'),
    ...details.filter((detail) => !isAccount(detail)).map(fundRow),
    row(0, 'psn_part_amt'),
    row(1, 'acct_pay', textAt(details.find(isAccount), 'setl_proc_info')),
    row(1, 'psn_cash_pay'),
    row(0, 'hosp_part_amt'),
    row(0, 'balc'),
  ];
  return table(MONEY_HEADS, rows, columns);
};

const fundRow = (detail: unknown): string[] => [
  `  ${textAt(detail, 'fund_pay_type_name')}`,
  `setldetail ${textAt(detail, 'fund_pay_type')}`,
  yuan(amountAt(detail, 'fund_payamt')),
  textAt(detail, 'setl_proc_info'),
];
