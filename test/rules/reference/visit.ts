import type { Sums } from './sums.ts';

/** One visit to settle, in the words of benefit policies. Amounts are integers of 分. */
export type Visit = {
  readonly place: string;
  readonly insutype: '310' | '390';
  readonly benefit: 'chronic' | 'general';
  /** 病种代码; none for 普通门诊. */
  readonly disease: string | undefined;
  readonly level: string;
  readonly filing: string;
  /** 费用发生日期: picks the policy. */
  readonly treated: string;
  /** 结算日期: picks the year and the month that count. */
  readonly settled: string;
  readonly person: Person;
  readonly cost: Cost;
  /** What the person had used before. */
  readonly before: Sums;
  readonly account: { readonly use: boolean; readonly own: bigint; readonly family: bigint };
};

export type Person = {
  readonly age: number;
  readonly retired: boolean;
  readonly student: boolean;
  readonly civilServant: boolean;
  readonly employerPlan: boolean;
  readonly identities: readonly string[];
  readonly grade: string | undefined;
  readonly insuredMonths: number;
  /** 病种代码 of every entitlement of the person. */
  readonly diseases: readonly string[];
};

/** The four parts that the treatment place splits a claim into. */
export type Cost = {
  /** 全自费 */
  readonly ownPay: bigint;
  /** 超限价 */
  readonly overLimit: bigint;
  /** 乙类先自付 */
  readonly preself: bigint;
  /** 符合政策范围 */
  readonly inScope: bigint;
};

/** 医疗费总额: the parts together. */
export const totalOf = ({ ownPay, overLimit, preself, inScope }: Cost): bigint =>
  ownPay + overLimit + preself + inScope;

export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** What is left of a limit after so much has been used; never less than nothing. */
export const leftOf = (limit: bigint, used: bigint): bigint => (used < limit ? limit - used : 0n);

/** What a limit allows of an amount; without limit all of it. */
export const within = (amount: bigint, left: bigint | undefined): bigint =>
  left === undefined ? amount : least(amount, left);
