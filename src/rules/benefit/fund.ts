import type { Insutype } from '../policy/parameters.ts';
import type { FundShares } from './settled.ts';

/** A fund, the field of setlinfo that shows its payment, and its subject in accumulator codes. */
export type Fund = {
  readonly fund_pay_type: string;
  readonly fund_pay_type_name: string;
  readonly field: keyof FundShares | 'acct_pay';
  /** Second-level code, as the Hunan core counts by. */
  readonly subject: string;
};

/** A fund that pays out of common money; the personal account does not. */
export type PayingFund = Fund & { readonly field: keyof FundShares };

const fund = <Field extends Fund['field']>(fund_pay_type: string, fund_pay_type_name: string, field: Field) => ({
  fund_pay_type,
  fund_pay_type_name,
  field,
  subject: `${fund_pay_type.slice(0, 5)}1`,
});

/**
 * Codes and names: 湖南省医疗保障信息平台定点医药机构接口规范 V1.1.27, dictionary fund_pay_type. Which field a fund shows in is
 * reconstructed from public HIS code; 310300 in hifob_pay is a sandbox choice.
 */
export const FUNDS = {
  employeePool: fund('310100', '城镇职工基本医疗保险统筹基金', 'hifp_pay'),
  residentPool: fund('390100', '城乡居民基本医疗保险基金', 'hifp_pay'),
  largeExpense: fund('330100', '大额医疗费用补助基金', 'hifob_pay'),
  employeeSeriousIllness: fund('310300', '职工大病补助基金', 'hifob_pay'),
  residentSeriousIllness: fund('390200', '城乡居民大病医疗保险基金', 'hifmi_pay'),
  civilServant: fund('320100', '公务员医疗补助基金', 'cvlserv_pay'),
  employerSupplement: fund('370100', '企业补充医疗保险基金', 'hifes_pay'),
  disabledSoldier: fund('350100', '一至六级残疾军人医疗补助基金', 'hifdm_pay'),
  preferential: fund('610200', '优抚对象医疗补助基金', 'oth_pay'),
  assistance: fund('610100', '医疗救助基金', 'maf_pay'),
  account: fund('310200', '城镇职工基本医疗保险个人账户基金', 'acct_pay'),
} satisfies Record<string, Fund>;

export const poolFund = (insutype: Insutype): PayingFund =>
  insutype === '310' ? FUNDS.employeePool : FUNDS.residentPool;

/** 职工大病 shows beside 大额补助, 居民大病 has a field of its own. */
export const seriousIllnessFund = (insutype: Insutype): PayingFund =>
  insutype === '310' ? FUNDS.employeeSeriousIllness : FUNDS.residentSeriousIllness;
