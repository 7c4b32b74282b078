/** What scenarios are about, in the order of all lists. */
export const GROUPS = {
  normal: '正常业务',
  credential: '就诊凭证',
  device: '读卡设备',
  eligibility: '待遇资格',
  money: '费用和基金',
  'unknown-outcome': '结果未知',
  transport: '通信故障',
  'sign-in': '签到',
  maintenance: '停机维护',
  'refund-reversal': '退费和冲正',
  clearing: '对账和清算',
  voucher: '电子结算凭证',
} as const;

export type Group = keyof typeof GROUPS;

export const isGroup = (text: string): text is Group => Object.hasOwn(GROUPS, text);
