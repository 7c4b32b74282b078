import { must } from '../../kernel/assert.ts';
import type { LevelGroup } from '../catalogue/hospital-level.ts';
import type { Basis } from './basis.ts';

/** The two kinds of outpatient treatment: 门诊慢特病 and 普通门诊. */
export const BENEFITS = ['chronic', 'general'] as const;
export type Benefit = (typeof BENEFITS)[number];

/** 在职, 退休 for 职工; 学生儿童, 成年居民 for 居民. */
export const GROUPS = ['在职', '退休', '学生儿童', '成年居民'] as const;
export type Group = (typeof GROUPS)[number];

/** How the person came: at home, 长期居住, 转诊, 急诊抢救, 其他临时外出 (医保发〔2022〕22号 art. 7). */
export const FILINGS = ['local', 'resident', 'referral', 'emergency', 'other'] as const;
export type Filing = (typeof FILINGS)[number];

/** 缴费档次, as places name them. */
export const GRADES = ['高', '中', '低', '一', '二'] as const;
export type Grade = (typeof GRADES)[number];

/** What the visit tells: known before the person is. */
export type VisitFacts = {
  readonly benefit: Benefit;
  /** 病种代码 of 门诊慢特病. */
  readonly disease?: string | undefined;
  /** The class 病种分类 that the place puts the disease in. */
  readonly class?: string | undefined;
  readonly level: LevelGroup;
  readonly filing: Filing;
};

/** What the person tells. */
export type PersonFacts = {
  readonly group: Group;
  /** Full years. */
  readonly age: number;
  /** 人员身份类别 psn_idet_type, all that hold on the day. */
  readonly identities: readonly string[];
  readonly civilServant: boolean;
  /** 单位建立了企业补充医疗保险 */
  readonly employerPlan: boolean;
  /** 缴费档次 of 居民 where the place has grades: 高, 中, 低, 一, 二. */
  readonly grade: string | undefined;
  /** Months of insurance without a break 连续参保月数. */
  readonly insuredMonths: number;
};

/** Everything that the cases of a parameter may ask about. */
export type Facts = VisitFacts & PersonFacts;

/**
 * The condition of a case: every named dimension must fit. A new dimension is one line here, one below, one in the
 * schema.
 */
export type When = {
  readonly benefit?: readonly Benefit[];
  readonly disease?: readonly string[];
  readonly class?: readonly string[];
  readonly level?: readonly LevelGroup[];
  readonly filing?: readonly Filing[];
  readonly group?: readonly Group[];
  /** From this age on. */
  readonly age_from?: number;
  /** The person has one of these identities. */
  readonly identity?: readonly string[];
  readonly civil_servant?: boolean;
  readonly employer_plan?: boolean;
  readonly grade?: readonly Grade[];
  /** From so many months of insurance on. */
  readonly insured_months_from?: number;
};

/** One case of a parameter: when it applies, what it says, whence. */
export type Case<T> = { readonly when: When; readonly value: T; readonly basis: Basis };

/**
 * The cases of a parameter on one day, in order. The first that matches counts; the loader makes sure that one does.
 */
export type Cases<T> = readonly Case<T>[];

const fits = <T>(wanted: readonly T[] | undefined, fact: T | undefined): boolean =>
  wanted === undefined || (fact !== undefined && wanted.includes(fact));

/** Whether the visit alone leaves a case possible. */
export const fitsVisit = (when: When, visit: VisitFacts): boolean =>
  fits(when.benefit, visit.benefit) &&
  fits(when.disease, visit.disease) &&
  fits(when.class, visit.class) &&
  fits(when.level, visit.level) &&
  fits(when.filing, visit.filing);

const fitsPerson = (when: When, person: PersonFacts): boolean =>
  fits(when.group, person.group) &&
  (when.age_from === undefined || person.age >= when.age_from) &&
  (when.identity === undefined || when.identity.some((identity) => person.identities.includes(identity))) &&
  (when.civil_servant === undefined || when.civil_servant === person.civilServant) &&
  (when.employer_plan === undefined || when.employer_plan === person.employerPlan) &&
  fits<string>(when.grade, person.grade) &&
  (when.insured_months_from === undefined || person.insuredMonths >= when.insured_months_from);

/** The case that counts for these facts: the first that matches. */
export const choose = <T>(cases: Cases<T>, facts: Facts): Case<T> => {
  const chosen = cases.find(({ when }) => fitsVisit(when, facts) && fitsPerson(when, facts));
  must(chosen !== undefined, `one case of ${cases[0]?.basis.parameter ?? 'a parameter'} matches`);
  return chosen;
};

/** The values that some person could meet on this visit. */
export const possible = <T>(cases: Cases<T>, visit: VisitFacts): T[] =>
  cases.filter(({ when }) => fitsVisit(when, visit)).map(({ value }) => value);
