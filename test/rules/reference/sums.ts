/**
 * The running sums of a person, in words of our own: what is summed, over which visits, in which year or month.
 * Amounts are 分.
 */
export type Sums = ReadonlyMap<SumName, bigint>;
export type SumName = `${Summed}/${string}/${string}`;

export type Summed =
  | '医疗费总额'
  | '政策范围内费用'
  | '已付起付线'
  | '统筹支付'
  | '大额支付'
  | '大病基数'
  | '大病支付'
  | '公务员补助支付'
  | '企业补充支付'
  | '残疾军人补助支付'
  | '优抚补助支付'
  | '救助基数'
  | '救助支付'
  | '账户支付';

/** The sum over all visits of any kind. */
export const ALL_CARE = '各类就医';

export const sumName = (summed: Summed, over: string, period: string): SumName => `${summed}/${over}/${period}`;

export const sumOf = (sums: Sums, name: SumName): bigint => sums.get(name) ?? 0n;

/** `2026-03-10` → `2026` */
export const yearOf = (date: string): string => date.slice(0, 4);
/** `2026-03-10` → `202603` */
export const monthOf = (date: string): string => date.slice(0, 4) + date.slice(5, 7);

type Where = { readonly benefit: 'chronic' | 'general'; readonly disease: string | undefined };

/** What counts together, from the `counts` of a policy: this disease, the benefit, 住院, or a group of the benefit. */
export const countedOver = (counts: string, { benefit, disease }: Where): string => {
  const care = benefit === 'chronic' ? '门诊慢特病' : '普通门诊';
  if (counts === 'benefit') return care;
  if (counts === 'inpatient') return '住院';
  if (counts === 'disease') return disease === undefined ? care : `${care}${disease}`;
  return `${care}${counts}类`;
};
