/**
 * How well a figure of the calendar is founded. reconstructed: agreed knowledge of the trade or one public source, the
 * text of the procedure itself is not public; sandbox: ours.
 */
export type Fidelity = 'documented' | 'reconstructed' | 'sandbox';

/** A figure, and what a reader needs to judge it. */
export type Founded = {
  readonly value: number;
  readonly title: string;
  readonly source: string;
  readonly fidelity: Fidelity;
};

const RULES_22 = '医保发〔2022〕22号 及其经办规程（业内通行做法，未见规程附件原文）';
const POLICY_QA = '公开政策问答程序（单一来源）';
const SHENZHEN = '中山大学附属第七医院 医保移动支付开发需求书';
const SANDBOX = '沙箱设定';

/**
 * Every figure of monthly clearing 清分清算. Days are days of the month after the one that is cleared, where nothing else
 * is said; working days are those of the State Council's notices (holidays.ts).
 */
export const CLEARING_FIGURES = {
  confirmUntil: {
    value: 8, title: '医疗机构确认上月清分明细的截止日（各地 5 至 8 日）', source: SHENZHEN, fidelity: 'reconstructed',
  },
  fileBy: { value: 20, title: '就医地对账确认并申报的截止日', source: RULES_22, fidelity: 'reconstructed' },
  generateOn: { value: 21, title: '国家级经办生成清算表的日期', source: RULES_22, fidelity: 'reconstructed' },
  payerConfirmBy: { value: 25, title: '参保省确认应付清算表的截止日', source: RULES_22, fidelity: 'reconstructed' },
  noticeBy: { value: 31, title: '发布付款、收款通知书的截止日（月底）', source: RULES_22, fidelity: 'reconstructed' },
  financeDays: { value: 5, title: '省级经办提交同级财政（工作日）', source: RULES_22, fidelity: 'reconstructed' },
  transferDays: { value: 10, title: '财政划拨至就医省（工作日）', source: RULES_22, fidelity: 'reconstructed' },
  feedbackDays: { value: 5, title: '反馈付款、到账信息（工作日）', source: RULES_22, fidelity: 'reconstructed' },
  carryOver: { value: 2, title: '未确认费用最多顺延的月数', source: POLICY_QA, fidelity: 'reconstructed' },
  yearEndMonth: { value: 3, title: '当年费用最晚在次年几月前清算', source: POLICY_QA, fidelity: 'reconstructed' },
  quotaMonths: {
    value: 2, title: '预付金额度为上年第四季度月均清算额的倍数', source: RULES_22, fidelity: 'reconstructed',
  },
  quotaBy: { value: 31, title: '预付金额度公布的截止日（一月）', source: RULES_22, fidelity: 'reconstructed' },
  yellowRate: { value: 7_000, title: '预付金使用率黄色预警（万分之）', source: POLICY_QA, fidelity: 'reconstructed' },
  redRate: { value: 9_000, title: '预付金使用率红色预警（万分之）', source: POLICY_QA, fidelity: 'reconstructed' },
  urgentApplyDays: { value: 3, title: '紧急调增申请（工作日）', source: RULES_22, fidelity: 'reconstructed' },
  urgentReviewDays: { value: 3, title: '紧急调增审核（工作日）', source: RULES_22, fidelity: 'reconstructed' },
  inquiryFrom: {
    value: 3_000_000, title: '可发起费用协查的单次住院总费用（分，超过）', source: POLICY_QA, fidelity: 'reconstructed',
  },
  inquiryAnswerBy: { value: 26, title: '协查结果反馈的截止日（次月）', source: RULES_22, fidelity: 'reconstructed' },
  issueAnswerDays: { value: 10, title: '问题协同答复时限（工作日）', source: SANDBOX, fidelity: 'sandbox' },
  accountCleared: {
    value: 1, title: '个人账户支付是否一并清算（1 是）', source: RULES_22, fidelity: 'reconstructed',
  },
} as const satisfies Readonly<Record<string, Founded>>; // prettier-ignore

/** The figures alone, some of them replaced: what the rules of clearing are given. */
export type ClearingRules = { readonly [Name in keyof typeof CLEARING_FIGURES]: number };

export const clearingRules = (changes: Partial<ClearingRules> = {}): ClearingRules => ({
  ...(Object.fromEntries(Object.entries(CLEARING_FIGURES).map(([name, { value }]) => [name, value])) as ClearingRules),
  ...changes,
});
