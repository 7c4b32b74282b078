import type { Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate } from '../../kernel/civil-time.ts';
import type { Benefit, Cases } from './case.ts';
import type { ParameterName, ParameterValues } from './values.ts';

/** The two insurances of the sandbox: 310 职工, 390 居民. */
export type Insutype = '310' | '390';

/** Every benefit states these. */
type Stated = 'deductible' | 'ratio' | 'offsite' | 'year_cap' | 'pool_cap';

/**
 * The policy of one place × insurance × benefit on one day: a plain snapshot that `settle` reads. A parameter that is
 * not there is a mechanism that the place does not have.
 */
export type BenefitParameters = {
  readonly place: Admdvs;
  /** 西安市职工基本医疗保险门诊慢特病 */
  readonly name: string;
  /** The illustrative template of the province, for want of the place's own policy. */
  readonly template?: boolean;
  readonly insutype: Insutype;
  readonly benefit: Benefit;
  /** The day of treatment 费用发生日期 for which the snapshot was taken. */
  readonly on: CivilDate;
} & { readonly [Name in Stated]: Cases<ParameterValues[Name]> } & {
  readonly [Name in Exclude<ParameterName, Stated>]?: Cases<ParameterValues[Name]> | undefined;
};
