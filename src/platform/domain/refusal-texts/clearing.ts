import type { CivilDate } from '../../../kernel/civil-time.ts';
import type { Period } from '../../../rules/clearing/period.ts';

/** What helps where neither 3261 nor 3262 is open any more. */
const TOO_LATE = '已确认而不应收费的请办理退费 2208，负数进入退费当月的清分';

const inWords = (period: Period): string => `${period.slice(0, 4)}年${period.slice(4)}月`;

/** Reconciliation and clearing of an institution. */
export const CLEARING_TEXTS = {
  // Reconciliation.
  'statement-days': (from: string, to: string) =>
    `对账结束日期 stmt_enddate（${to}）早于开始日期 stmt_begndate（${from}），请改正`,
  'account-days': (from: string, to: string) => `结束日期 end_date（${to}）早于开始日期 start_date（${from}），请改正`,
  'upload-unknown': (file_qury_no: string) =>
    `没有文件查询号 file_qury_no（${file_qury_no}）的上传文件，或已过截止时间，请先用 9101 上传对账文件`,
  'upload-unreadable': (why: string) => `对账文件不能读取：${why}，请改正后重新用 9101 上传`,
  'transaction-abolished': (infno: string, title: string) =>
    `交易 ${infno} ${title}已废除，清算申报改由两定平台办理；异地费用请用 3260 提取、3261 确认`,

  // Clearing.
  'period-invalid': (year: string, month: string) =>
    `结算年度 trt_year（${year}）和结算月份 trt_month（${month}）应为四位年、两位月，如 2026 和 09`,
  'periods-invalid': (from: string, to: string) =>
    `起始年月 start_clrym（${from}）和结束年月 end_clrym（${to}）应为 yyyyMM，先后相距不超过 12 个月`,
  'clearing-closed': (period: Period, from: CivilDate, to: CivilDate, over: boolean) =>
    `${inWords(period)}的清分结果只能在 ${from} 至 ${to} 确认或回退：${
      over ? `已经截止，未确认的明细已转入后一个月，请提取当前月份核对；${TOO_LATE}` : '尚未开始，请到期办理'
    }`,
  'clearing-filed': (period: Period) =>
    `${inWords(period)}的清分结果已由经办机构申报清算，不能再确认或回退；未确认的明细转入后一个月，${TOO_LATE}`,
  'totalrow-short': (totalrow: number, rows: number) =>
    `总行数 totalrow（${totalrow}）少于明细 detail 的 ${rows} 行，请核对`,
  'confirmation-unknown': (otransid: string, period: Period) =>
    otransid === '0'
      ? `${inWords(period)}没有可以回退的确认`
      : `${inWords(period)}没有原交易流水号 otransid（${otransid}）的确认：请填 3261 应答的 inf_refmsgid，或填 0 全部回退`,
  'confirmation-needed': (setl_id: string, refund: string, reference: string) =>
    `结算 ${setl_id} 的退费 ${refund} 也已确认，请先回退 ${reference}，或 otransid 填 0 全部回退`,
  'settlement-confirmed': (setl_id: string, period: Period) =>
    `结算 ${setl_id} 已在${inWords(period)}清分中确认，不能冲正；请办理退费（医院用 2208，就医省用 1203），负数进入下月清分`,
  'refund-confirmed': (setl_id: string, period: Period) =>
    `退费 ${setl_id} 已在${inWords(period)}清分中确认，不能冲正；需要恢复的请重新结算`,
};
