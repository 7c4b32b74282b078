import type { BillLine } from '../../features/demo/bill.ts';
import type { Step } from '../../features/demo/play.ts';
import { textAt } from '../../features/demo/answer-values.ts';
import { facts } from '../layout/facts.ts';
import { fieldAt, labelled, nameOf } from './field-names.ts';
import { moneyTable, splitTable } from './money-table.ts';

/** What is worth reading of an answer. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  'sign-in': ['signinoutb.sign_no'],
  person: [
    'baseinfo.psn_no',
    'baseinfo.psn_name',
    'insuinfo.0.insuplc_admdvs',
    'insuinfo.0.insutype',
    'insuinfo.0.psn_type',
    'insuinfo.0.balc',
  ],
  register: ['data.mdtrt_id'],
  trial: ['setlinfo.fund_pay_sumamt', 'setlinfo.acct_pay', 'setlinfo.psn_cash_pay'],
  settle: ['setlinfo.setl_id', 'setlinfo.setl_time'],
  again: ['setlinfo.setl_id'],
  refund: [
    'setlinfo.setl_id',
    'setlinfo.medfee_sumamt',
    'setlinfo.fund_pay_sumamt',
    'setlinfo.acct_pay',
    'setlinfo.balc',
  ],
  'settle-anew': ['setlinfo.setl_id', 'setlinfo.fund_pay_sumamt', 'setlinfo.acct_pay', 'setlinfo.psn_cash_pay'],
};

/** What telling a step needs beside it. */
export type Telling = { readonly of: number; readonly columns: number; readonly lines: readonly BillLine[] };

/** A step of the play as it is told on the terminal. */
export const stepInWords = (step: Step, number: number, telling: Telling): string => {
  const place = `[${String(number).padStart(2)}/${telling.of}]`;
  return [
    `${place} ${step.infno} ${nameOf(step.infno)} · ${step.title}`,
    facts([['infcode', `${step.infcode}${step.infcode === 0 ? ' 成功' : ' 失败'}`], ...saidOf(step), ...shownOf(step)]),
    ...tableOf(step, telling),
    ...step.checks.map(({ text, holds }) => `  ${holds ? '✓' : '✗'} ${text}`),
    '',
  ].join('\n');
};

const saidOf = ({ err_msg, warn_msg }: Step): [string, string][] => [
  ...(err_msg === undefined ? [] : [['err_msg', err_msg] as [string, string]]),
  ...(warn_msg === undefined ? [] : [['warn_msg', warn_msg] as [string, string]]),
];

const shownOf = ({ key, infno, output }: Step): [string, string][] =>
  output === null
    ? []
    : (SHOWN[key] ?? []).map((path) => {
        const field = fieldAt(infno, path);
        const code = path.split('.').at(-1) ?? path;
        return [`${code} ${field?.name ?? ''}`, labelled(field, textAt(output, path))];
      });

const tableOf = ({ key, infno, output }: Step, { columns, lines }: Telling): string[] => {
  if (output === null) return [];
  if (key === 'fees') return ['', splitTable(output, lines, columns), ''];
  if (key === 'settle') return ['', moneyTable(infno, output, columns), ''];
  return [];
};
