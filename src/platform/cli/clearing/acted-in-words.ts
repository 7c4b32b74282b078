import { provinceName } from '../../../kernel/admdvs.ts';
import { yuan, type Fen } from '../../../kernel/money.ts';
import { BILL_STATES, type clearingStatus } from '../../sandbox.ts';
import { table } from '../layout/table.ts';
import { differenceInWords } from './difference-in-words.ts';

/** A bill between two provinces, as the control API tells it. */
export type Bill = {
  readonly payer: string;
  readonly payee: string;
  readonly due: Fen;
  readonly paid: Fen;
  readonly received: Fen;
  readonly state: keyof typeof BILL_STATES;
  readonly reason?: string;
};

/** The statement of a treatment province for a day. */
export type Day = ReturnType<typeof clearingStatus>['days'][number];

/** The bills of a payer. */
export const billsInWords = (bills: readonly Bill[], payer: string, columns: number): string =>
  table(
    [
      { title: '付款省' },
      { title: '收款省' },
      { title: '应付', align: 'right' },
      { title: '已付', align: 'right' },
      { title: '已到账', align: 'right' },
      { title: '状态', gives: true },
    ],
    bills
      .filter((bill) => bill.payer === payer)
      .map((bill) => [
        provinceName(bill.payer), provinceName(bill.payee), yuan(bill.due), yuan(bill.paid), yuan(bill.received),
        `${BILL_STATES[bill.state]}${bill.reason === undefined ? '' : `：${bill.reason}`}`,
      ]),
    columns,
  ); // prettier-ignore

/** A day of a province in a line, and below it each row that does not agree. */
export const dayInWords = ({ date, province, rows, agreed, unlisted, differing }: Day): string =>
  [
    `${date} ${provinceName(province)}：${rows} 笔${unlisted > 0 ? `（省级系统自报 ${unlisted} 笔）` : ''}` +
      `，一致 ${agreed} 笔，${differing.length === 0 ? '对平' : `不平 ${differing.length} 笔`}`,
    ...differing.map((row) => `  ${differenceInWords(row)}`),
  ].join('\n');
