import type { Period } from '../../../rules/clearing/period.ts';

const months = (period: Period): string => `${period.slice(0, 4)}年${period.slice(4)}月`;

/** Reconciliation and clearing of an institution. */
export const CLEARING_TEXTS = {
  // Reconciliation.
  'statement-days': (from: string, to: string) =>
    `对账结束日期 stmt_enddate（${to}）早于开始日期 stmt_begndate（${from}），请改正`,
  'upload-unknown': (file_qury_no: string) =>
    `没有文件查询号 file_qury_no（${file_qury_no}）的上传文件，或已过截止时间，请先用 9101 上传对账文件`,
  'upload-unreadable': (why: string) => `对账文件不能读取：${why}，请改正后重新用 9101 上传`,
  'transaction-abolished': (infno: string, title: string) =>
    `交易 ${infno} ${title}已废除，清算申报改由两定平台办理；异地费用请用 3260 提取、3261 确认`,
};

export { months as periodInWords };
