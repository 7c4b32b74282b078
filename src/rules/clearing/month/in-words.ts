import type { BillState, Stage } from './month.ts';

/** States of a bill in Chinese. */
export const BILL_STATES: { readonly [State in BillState]: string } = {
  issued: '待确认',
  rejected: '有异议',
  confirmed: '已确认',
  noticed: '已发通知书',
  'with-finance': '已提交财政',
  'part-paid': '部分付款',
  transferred: '已付款',
  received: '已到账',
};

/** Stages of a month in Chinese. */
export const STAGES: { readonly [Name in Stage]: string } = {
  open: '归集中',
  collected: '已申报',
  generated: '已生成清算表',
  noticed: '已发通知书',
  closed: '已办结',
};
