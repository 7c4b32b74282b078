import type { Fen } from '../../kernel/money.ts';
import type { Rate } from '../../kernel/rate.ts';
import type { Cycle } from '../ledger/period.ts';

/** Written in a policy file where a mechanism does not exist for a case. Absence is said, never left out. */
export type None = 'none';

/**
 * What counts together towards a deductible or a cap: `disease` each disease by itself, `benefit` all visits of the
 * benefit, `inpatient` together with 住院, or the label of a group (`B`): all visits whose value names the same label.
 */
export type Counts = string;

/** 起付标准. `visit`: due anew at each visit, nothing is counted. */
export type Deductible = { readonly amount: Fen; readonly per: Cycle | 'visit'; readonly counts: Counts };

/** A ratio from an amount on, up to the next band; the first starts at nothing. A flat ratio is one band. */
export type Band = { readonly from: Fen; readonly ratio: Rate };
export type Bands = readonly Band[];

/**
 * 异地就医差异化支付. Four mechanisms are in real use, and a place may join two: `points` off the ratio, `factor` on the
 * ratio, `first_self_pay` taken off the cost before the ratio, and another `deductible`.
 */
export type Offsite = {
  readonly points?: Rate;
  readonly factor?: Rate;
  readonly first_self_pay?: Rate;
  readonly deductible?: Fen;
};

/** Points on the ratio 提高的百分点, for age or identity; never above the whole. */
export type RatioBonus = { readonly points: Rate };

/** A share of the usual deductible that certain persons bear. */
export type DeductibleFactor = { readonly factor: Rate };

/**
 * 最高支付限额 on what the pool pays; with `on: cost` on the in-scope cost that it looks at, deductible and self-pay
 * included. `above`: the ratio at which the pool still pays for the cost beyond the cap; absent = not at all.
 */
export type Cap = {
  readonly amount: Fen;
  readonly counts: Counts;
  readonly on?: 'cost';
  readonly above?: Rate;
};

/**
 * What a person with several diseases whose caps count together gets above the highest of them: `plus` once,
 * `plus_each` for each further disease up to `most` in all, or `second_share` of the second highest cap.
 */
export type SeveralDiseases =
  { readonly plus: Fen } | { readonly plus_each: Fen; readonly most: Fen | None } | { readonly second_share: Rate };

/** 大额: a ratio of the cost above the pool cap. */
export type LargeExpense = { readonly ratio: Rate; readonly cap: Fen | None };

/** 大病保险: bands on what the year's in-scope self-pay exceeds the threshold 起付线 by. */
export type SeriousIllness = {
  readonly threshold: Fen;
  readonly bands: Bands;
  readonly cap: Fen | None;
  /** Whether 乙类先自付 counts as self-pay here; places differ. */
  readonly base_includes_preself: boolean;
};

/** 企业补充医疗保险: a share of the in-scope remainder. */
export type EmployerSupplement = { readonly ratio: Rate; readonly cap: Fen | None };

/** 公务员医疗补助: a share of the in-scope remainder. */
export type CivilServant = { readonly ratio: Rate; readonly cap: Fen | None };

/** 残疾军人 and 优抚: a share of the in-scope remainder, without cap. */
export type RemainderShare = { readonly ratio: Rate };

/** 医疗救助: a share of what the year's in-scope remainder exceeds the threshold by. */
export type Assistance = { readonly threshold: Fen; readonly ratio: Rate; readonly cap: Fen | None };

/**
 * 全额垫付: no fund pays, nothing is counted; the person pays everything in cash and claims it back at home 手工报销.
 * `whole` for the visits that a place leaves to that.
 */
export type FullAdvance = 'whole';

/** What the personal account may pay: everything that the person bears, or only the part within the catalogue. */
export type AccountUse = 'all' | 'in-scope';

/** Every parameter by its name in the policy files. */
export type ParameterValues = {
  readonly disease_class: string;
  readonly deductible: Deductible;
  readonly deductible_factor: DeductibleFactor | None;
  readonly ratio: Bands;
  readonly ratio_bonus: RatioBonus | None;
  readonly offsite: Offsite | None;
  readonly year_cap: Cap | None;
  readonly month_cap: Cap | None;
  readonly several_diseases: SeveralDiseases | None;
  readonly full_advance: FullAdvance | None;
  readonly pool_cap: Fen | None;
  readonly large_expense: LargeExpense | None;
  readonly serious_illness: SeriousIllness | None;
  readonly civil_servant: CivilServant | None;
  readonly employer_supplement: EmployerSupplement | None;
  readonly disabled_soldier: RemainderShare | None;
  readonly preferential: RemainderShare | None;
  readonly assistance: Assistance | None;
  readonly account: AccountUse | None;
};
export type ParameterName = keyof ParameterValues;
