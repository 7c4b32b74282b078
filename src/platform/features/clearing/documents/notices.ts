import { provinceName, type Admdvs } from '../../../../kernel/admdvs.ts';
import { sum } from '../../../../kernel/money.ts';
import { BILL_STATES } from '../../../../rules/clearing/month/in-words.ts';
import type { Bill } from '../../../../rules/clearing/month/month.ts';
import { plainYears, type Schedule } from '../../../../rules/clearing/schedule.ts';
import { CALENDAR } from '../../../domain/clearing/national/rules.ts';
import { money, type ClearingDocument } from './document.ts';
import { factsOf, NOTE, type Generated } from './month-tables.ts';

/** That working days were counted without holidays, as documents and the command line say it. */
export const plainYearsInWords = (years: readonly string[]): string =>
  `${years.join('、')} 年的节假日安排未收录，期限按周一至周五推算`;

/** A notice of bills: to those who pay, or from those who are paid. */
export const noticeOf = (
  name: string,
  title: string,
  facts: ClearingDocument['facts'],
  bills: readonly Bill[],
  other: 'payer' | 'payee',
  days: Parameters<typeof plainYears>[0],
): ClearingDocument => ({
  name,
  title,
  facts,
  columns: [other === 'payee' ? '收款省' : '付款省', '金额', '已付', '已到账', '状态'],
  rows: bills.map((bill) => [
    provinceName(bill[other]), money(bill.due), money(bill.paid), money(bill.received), BILL_STATES[bill.state],
  ]),
  total: [
    '合计',
    money(sum(bills.map((bill) => bill.due))),
    money(sum(bills.map((bill) => bill.paid))),
    money(sum(bills.map((bill) => bill.received))),
    null,
  ],
  note: noteOn(days),
}); // prettier-ignore

const noteOn = (days: Parameters<typeof plainYears>[0]): string => {
  const years = plainYears(days, CALENDAR);
  return years.length === 0 ? NOTE : `${NOTE}${plainYearsInWords(years)}。`;
};

/** 付款通知书: to whom a province transfers how much. */
export const paymentNotice = (from: Generated, province: Admdvs, schedule: Schedule): ClearingDocument =>
  noticeOf(
    'payment-notice',
    `${provinceName(province)}付款通知书`,
    factsOf(from, ['财政划拨期限', schedule.transferBy]),
    from.month.bills.filter((bill) => bill.payer === province),
    'payee',
    schedule,
  );

/** 收款通知书: from whom a province gets how much. */
export const receiptNotice = (from: Generated, province: Admdvs, schedule: Schedule): ClearingDocument =>
  noticeOf(
    'receipt-notice',
    `${provinceName(province)}收款通知书`,
    factsOf(from, ['到账反馈期限', schedule.feedbackBy]),
    from.month.bills.filter((bill) => bill.payee === province),
    'payer',
    schedule,
  );

/** Balances below zero 结转: what is taken off the next month. */
export const balances = (from: Generated, province: Admdvs): ClearingDocument => {
  const mine = from.generated.left.filter((row) => row.payer === province || row.payee === province);
  return {
    name: 'balances',
    title: `${provinceName(province)}结转下月明细表`,
    facts: factsOf(from),
    columns: ['参保省', '就医省', '结转金额'],
    rows: mine.map((row) => [provinceName(row.payer), provinceName(row.payee), money(row.due)]),
    total: ['合计', null, money(sum(mine.map((row) => row.due)))],
    note: NOTE,
  };
};
