import { provinceName, type Admdvs } from '../../../../kernel/admdvs.ts';
import { paymentDays } from '../../../../rules/clearing/schedule.ts';
import { CALENDAR, rulesOf } from '../../../domain/clearing/national/rules.ts';
import type { PrepaymentRound } from '../../../domain/clearing/national/records.ts';
import type { ClearingSource } from '../status.ts';
import type { ClearingDocument } from './document.ts';
import { noticeOf } from './notices.ts';

/** Adjustments as documents and the command line name them. */
export const REASONS: { readonly [Reason in PrepaymentRound['reason']]: string } = {
  annual: '预付金额度调整',
  urgent: '预付金紧急调增',
  'by-hand': '预付金额度设定',
};

/**
 * 付款通知书 and 收款通知书 of an adjustment of prepayments, for every province that it concerns, or for one. Undefined
 * where there is no such adjustment.
 */
export const roundDocuments = (
  { reader, settings }: ClearingSource,
  id: string,
  province?: Admdvs,
): readonly ClearingDocument[] | undefined => {
  const round = reader.clearingRecord('prepayment', id);
  if (!round) return undefined;
  const noticeBy = round.noticedOn;
  const days = { noticeBy, ...paymentDays(noticeBy, rulesOf(settings), CALENDAR) };
  const noticesOf = (one: Admdvs): ClearingDocument[] =>
    NOTICES.flatMap(({ name, title, side, other, term, by }) => {
      const bills = round.bills.filter((bill) => bill[side] === one);
      if (bills.length === 0) return [];
      const whole = `${provinceName(one)}${REASONS[round.reason]}${title}`;
      return [noticeOf(`${name}-${one}`, whole, [...facts, [term, days[by]]], bills, other, days)];
    });
  const facts = [
    ['年度', round.year],
    ['通知日期', round.noticedOn],
  ] as const;
  const concerned = [...new Set(round.bills.flatMap(({ payer, payee }) => [payer, payee]))].sort();
  return concerned.filter((one) => province === undefined || one === province).flatMap(noticesOf);
};

/** Whom a notice is for, and until when. */
const NOTICES = [
  { name: 'payment', title: '付款通知书', side: 'payer', other: 'payee', term: '财政划拨期限', by: 'transferBy' },
  { name: 'receipt', title: '收款通知书', side: 'payee', other: 'payer', term: '到账反馈期限', by: 'feedbackBy' },
] as const;
