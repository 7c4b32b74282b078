import type { SumName, Sums } from './sums.ts';
import type { Visit } from './visit.ts';

/** Our names of the shares, and those of setlinfo. */
export const SHARE_NAMES: Readonly<Record<string, string>> = {
  total: 'medfee_sumamt',
  ownPay: 'fulamt_ownpay_amt',
  overLimit: 'overlmt_selfpay',
  preself: 'preselfpay_amt',
  inScope: 'inscp_scp_amt',
  deductible: 'act_pay_dedc',
  ratio: 'pool_prop_selfpay',
  pool: 'hifp_pay',
  civilServant: 'cvlserv_pay',
  employer: 'hifes_pay',
  soldier: 'hifdm_pay',
  assistance: 'maf_pay',
  preferential: 'oth_pay',
  funds: 'fund_pay_sumamt',
  person: 'psn_part_amt',
  account: 'acct_pay',
  family: 'acct_mulaid_pay',
  cash: 'psn_cash_pay',
  balance: 'balc',
};

/** The codes of sums over all care, by insurance. */
const OVER_ALL = {
  统筹支付: { 310: 'D310101', 390: 'D390101' },
  大额支付: { 310: 'D330101', 390: 'D330101' },
  大病基数: { 310: 'TS310301', 390: 'TS390201' },
  大病支付: { 310: 'D310301', 390: 'D390201' },
  公务员补助支付: { 310: 'D320101', 390: 'D320101' },
  企业补充支付: { 310: 'D370101', 390: 'D370101' },
  残疾军人补助支付: { 310: 'D350101', 390: 'D350101' },
  优抚补助支付: { 310: 'D610201', 390: 'D610201' },
  救助基数: { 310: 'TS610101', 390: 'TS610101' },
  救助支付: { 310: 'D610101', 390: 'D610101' },
  账户支付: { 310: 'D310201', 390: 'D310201' },
} as const;

/** The letter of what is summed over some visits, and the subject that stands for all of them. */
const OVER_SOME = {
  医疗费总额: { letter: 'F', 310: '0000', 390: '0000' },
  政策范围内费用: { letter: 'S', 310: '0000', 390: '0000' },
  已付起付线: { letter: 'Q', 310: '0000', 390: '0000' },
  统筹支付: { letter: 'D', 310: '310101', 390: '390101' },
} as const;

/** `统筹支付/门诊慢特病B类/2026` → `D000B_14@2026` */
export const engineKey = (name: SumName, insutype: Visit['insutype']): string => {
  const [summed = '', over = '', period = ''] = name.split('/');
  if (over === '各类就医') return `${OVER_ALL[summed as keyof typeof OVER_ALL][insutype]}@${period}`;
  const { letter, ...subjects } = OVER_SOME[summed as keyof typeof OVER_SOME];
  const [, care = '', one = ''] = /^(门诊慢特病|普通门诊|住院)(.*)$/.exec(over) ?? [];
  const subject = one === '' ? subjects[insutype] : one.replace('类', '').padStart(4, '0');
  const digits = { 门诊慢特病: '14', 普通门诊: '11', 住院: '21' }[care] ?? care;
  return `${letter}${subject}_${digits}@${period}`;
};

/** Sums under the keys of the engine, as plain numbers of 分. */
export const underEngineKeys = (sums: Sums, insutype: Visit['insutype']): Record<string, number> =>
  Object.fromEntries([...sums].map(([name, amount]) => [engineKey(name, insutype), Number(amount)]));
