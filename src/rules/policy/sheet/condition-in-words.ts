import type { Filing, When } from '../case.ts';
import { BENEFIT_TITLES } from '../titles.ts';

/** The names of codes that a condition holds; undefined for a code that nobody names. */
export type Names = {
  /** 病种代码 */
  readonly disease: (code: string) => string | undefined;
  /** 人员身份类别 psn_idet_type */
  readonly identity: (code: string) => string | undefined;
};

const FILING_TITLES: Readonly<Record<Filing, string>> = {
  local: '本地就医',
  resident: '长期居住备案',
  referral: '转诊备案',
  emergency: '急诊抢救',
  other: '其他临时外出',
};

const list = (words: readonly string[]): string => words.join('、');

const named = (codes: readonly string[], nameOf: (code: string) => string | undefined): string =>
  list(codes.map((code) => `${nameOf(code) ?? ''} ${code}`.trim()));

type Dimensions = { readonly [Dimension in keyof When]-?: NonNullable<When[Dimension]> };

/** How each dimension is said. A new dimension is said here or nothing compiles. */
const SAID: { readonly [D in keyof Dimensions]: (wanted: Dimensions[D], names: Names) => string } = {
  benefit: (benefits) => list(benefits.map((benefit) => BENEFIT_TITLES[benefit])),
  disease: (codes, names) => named(codes, names.disease),
  class: (labels) => `${list(labels)} 类病种`,
  level: (levels) => `${list(levels)}医疗机构`,
  filing: (filings) => list(filings.map((filing) => FILING_TITLES[filing])),
  group: list,
  age_from: (age) => `满 ${age} 周岁`,
  identity: (codes, names) => named(codes, names.identity),
  civil_servant: (is) => (is ? '公务员' : '非公务员'),
  employer_plan: (has) => (has ? '有企业补充医疗保险' : '无企业补充医疗保险'),
  grade: (grades) => `缴费${list(grades)}档`,
  insured_months_from: (months) => `连续参保满 ${months} 个月`,
};

const say = SAID as Readonly<Record<string, (wanted: unknown, names: Names) => string>>;

/** `退休，三级医疗机构`; nothing for a case without condition. */
export const conditionInWords = (when: When, names: Names): string =>
  Object.entries(when)
    .map(([dimension, wanted]) => say[dimension]?.(wanted, names) ?? dimension)
    .join('，');
