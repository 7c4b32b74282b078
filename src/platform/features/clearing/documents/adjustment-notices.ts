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
  const facts = (by: string, day: string): ClearingDocument['facts'] => [
    ['年度', round.year],
    ['通知日期', round.noticedOn],
    [by, day],
  ];
  const concerned = [...new Set(round.bills.flatMap(({ payer, payee }) => [payer, payee]))].sort();
  return concerned
    .filter((one) => province === undefined || one === province)
    .flatMap((one) => {
      const paying = round.bills.filter((bill) => bill.payer === one);
      const paid = round.bills.filter((bill) => bill.payee === one);
      const title = `${provinceName(one)}${REASONS[round.reason]}`;
      return [
        ...(paying.length > 0
          ? [
              noticeOf(
                `payment-${one}`,
                `${title}付款通知书`,
                facts('财政划拨期限', days.transferBy),
                paying,
                'payee',
                days,
              ),
            ]
          : []),
        ...(paid.length > 0
          ? [
              noticeOf(
                `receipt-${one}`,
                `${title}收款通知书`,
                facts('到账反馈期限', days.feedbackBy),
                paid,
                'payer',
                days,
              ),
            ]
          : []),
      ];
    });
};
