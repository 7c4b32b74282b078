import { CARE, KINDS, type Care, type Kind } from './accumulator.ts';

/** Second-level fund codes used as subjects, as the Hunan core writes them. */
const FUND_SUBJECTS: Readonly<Record<string, string>> = {
  310101: '职工统筹基金',
  390101: '居民统筹基金',
  310301: '职工大病补助',
  330101: '大额医疗费用补助',
  390201: '居民大病保险',
  320101: '公务员医疗补助',
  370101: '企业补充医疗保险',
  350101: '一至六级残疾军人医疗补助',
  610101: '医疗救助',
  610201: '优抚对象医疗补助',
  310201: '个人账户',
};

const FORM = /^(TS|[FSQD])([0-9A-Z]{4,6})(?:_(\d{2}))?$/;

const subjectName = (subject: string): string => {
  if (subject === '0000') return '';
  const fund = FUND_SUBJECTS[subject];
  if (fund !== undefined) return fund;
  return /^M\d{5}$/.test(subject) ? `病种${subject}` : `${subject.replace(/^0+/, '')}类`;
};

/** `D310101_14` → `门诊慢特病 职工统筹基金 基金支付`, for people. Undefined for a code of another form. */
export const cumTypeName = (cum_type_code: string): string | undefined => {
  const [, kind, subject, care] = FORM.exec(cum_type_code) ?? [];
  if (kind === undefined || subject === undefined) return undefined;
  const words = [care === undefined ? '' : CARE[care as Care], subjectName(subject), KINDS[kind as Kind]];
  return words.filter((word) => word !== '').join(' ');
};
