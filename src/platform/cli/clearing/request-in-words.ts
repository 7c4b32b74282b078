import { yuan } from '../../../kernel/money.ts';
import type { clearingStatus } from '../../sandbox.ts';

/** A request of the cooperation module as the control API tells it. */
export type Request = ReturnType<typeof clearingStatus>['requests'][number];

const REQUESTS: Readonly<Record<string, string>> = { issue: '问题协同', inquiry: '费用协查', urgent: '紧急调增' };
const REQUEST_STATES: Readonly<Record<string, string>> = {
  raised: '待答复', answered: '已答复', refused: '不予办理', closed: '已办结',
}; // prettier-ignore

/** What a treatment province can find. */
export const FINDINGS: Readonly<Record<NonNullable<Request['finding']>, string>> = {
  genuine: '属实',
  'not-genuine': '不属实',
  'amount-differs': '金额不符',
};

/** A request in a line; of an inquiry also the bill, what was found and what the sandbox's own books know. */
export const requestInWords = (row: Request): string =>
  [
    `${row.id} ${REQUESTS[row.kind]} ${row.from_name} → ${row.to_name} ${REQUEST_STATES[row.state]}` +
      `，${row.answerBy} 前答复${row.late ? '（已逾期）' : ''}：${row.text}`,
    ...(row.bill ? [billInWords(row.bill)] : []),
    ...(row.finding ? [`结论 ${FINDINGS[row.finding]}`] : []),
    ...(row.books ? [booksInWords(row.books)] : []),
  ].join('；');

const billInWords = (bill: NonNullable<Request['bill']>): string =>
  `票据 ${bill.bill_no}（${bill.hospital}，医疗类别 ${bill.med_type}，${bill.from_date} 至 ${bill.to_date}` +
  `，总额 ${yuan(bill.total)} 元）`;

const booksInWords = ({ setl_id, total, agrees }: NonNullable<Request['books']>): string => {
  if (total === null) return `沙箱里该机构的账上没有结算 ${setl_id}`;
  return `沙箱里该机构的账上有结算 ${setl_id}，总额 ${yuan(total)} 元，与票据${agrees ? '一致' : '不一致'}`;
};
