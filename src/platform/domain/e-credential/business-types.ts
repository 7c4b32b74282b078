import type { Party } from '../party.ts';
import { refuse, type Refusal } from '../refusals.ts';

/** 用码业务类型 businessType, as several public clients list them. */
export const BUSINESS_TYPES: Readonly<Record<string, string>> = {
  '01101': '门诊挂号',
  '01102': '住院建档',
  '01103': '入院登记',
  '01104': '缴纳预缴金',
  '01201': '问诊',
  '01202': '预约检查',
  '01203': '检查',
  '01204': '治疗',
  '01301': '门诊结算',
  '01302': '取药',
  '02121': '药店购药',
  '02122': '下载外购处方',
};

/** Why this type of business is none; absent is taken: not every client sends it. */
export const unknownBusiness = (businessType: string | undefined, by: Party): Refusal | undefined =>
  businessType === undefined || Object.hasOwn(BUSINESS_TYPES, businessType)
    ? undefined
    : refuse(by, 'business-type-unknown', businessType, Object.keys(BUSINESS_TYPES).join('、'));
