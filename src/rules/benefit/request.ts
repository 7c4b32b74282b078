import type { CivilDate } from '../../kernel/civil-time.ts';
import type { Fen } from '../../kernel/money.ts';
import type { ClaimAmounts } from '../catalogue/total-lines.ts';
import type { LevelGroup } from '../catalogue/hospital-level.ts';
import type { Used } from '../ledger/accumulator.ts';
import type { Benefit, Filing } from '../policy/case.ts';
import type { BenefitParameters, Insutype } from '../policy/parameters.ts';

/** The claim after the split by the catalogue of the place of treatment; parts of nothing or more. */
export type Claim = ClaimAmounts;

/** The insured person, as far as benefits depend on it. */
export type Insured = {
  readonly insutype: Insutype;
  /** 退休, only for 职工. */
  readonly retired: boolean;
  /** Full years on the day of treatment. */
  readonly age: number;
  /** 学生儿童 (psn_type 14xx), only for 居民; absent = 成年居民. */
  readonly student?: boolean;
  /** 公务员标志 */
  readonly civilServant: boolean;
  /** 企业补充医疗保险 of the employer; absent = none. */
  readonly employerPlan?: boolean;
  /** 缴费档次 of 居民: 高, 中, 低, 一, 二; absent = the place knows none. */
  readonly grade?: string;
  /** Months of insurance without a break 连续参保月数; absent = long enough. */
  readonly insuredMonths?: number;
  /** 人员身份类别 psn_idet_type: 2302 建档立卡, 2303 低保, 2304 特困, 2306 因病致贫, 2104 一至六级残疾军人 … */
  readonly identities: readonly string[];
  /**
   * Codes of all diseases that the person is entitled to; absent = that of the visit alone. Some caps rise with them.
   */
  readonly diseases?: readonly string[];
};

/** The visit, as far as benefits depend on it. */
export type Visit = {
  readonly benefit: Benefit;
  /** 病种代码, for 门诊慢特病. */
  readonly disease?: string;
  readonly level: LevelGroup;
  readonly filing: Filing;
  /** 费用发生日期: picks the policy. */
  readonly serviceDate: CivilDate;
  /** 结算日期: picks the year and month of the accumulators. */
  readonly settlementDate: CivilDate;
};

/** The money of the person. `use` = 个人账户使用标志. */
export type AccountState = {
  readonly use: boolean;
  /** 本人账户余额 */
  readonly balance: Fen;
  /** What family members' accounts may add 共济; absent = nothing. */
  readonly family?: Fen;
};

export type SettleRequest = {
  readonly parameters: BenefitParameters;
  readonly claim: Claim;
  readonly person: Insured;
  readonly visit: Visit;
  readonly used: Used;
  readonly account: AccountState;
};
