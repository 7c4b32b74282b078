import { ZERO, yuan as printYuan, type Fen } from '../../../kernel/money.ts';
import { percent, type Rate } from '../../../kernel/rate.ts';
import type {
  AccountUse, Assistance, Bands, Cap, Counts, Deductible, DeductibleFactor, LargeExpense, None, Offsite, ParameterName,
  ParameterValues, RatioBonus, RemainderShare, SeriousIllness, SeveralDiseases,
} from '../values.ts'; // prettier-ignore
import { parts } from './parts-in-words.ts';

/** `700元`, `16.86元` */
const yuan = (amount: Fen): string => `${printYuan(amount).replace(/\.00$/, '')}元`;
const points = (rate: Rate): string => `${percent(rate).slice(0, -1)} 个百分点`;

const PERIODS: Readonly<Record<Deductible['per'], string>> = { year: '每年', month: '每月', visit: '每次' };

const COUNTED: Readonly<Record<string, string>> = {
  disease: '各病种分别累计',
  benefit: '本待遇合并累计',
  inpatient: '与住院合并累计',
};
const counted = (counts: Counts): string => COUNTED[counts] ?? `${counts} 组合并累计`;

const ACCOUNT_USES: Readonly<Record<AccountUse, string>> = { all: '全部个人负担', 'in-scope': '政策范围内个人负担' };

/** A flat ratio is said alone, bands each with the amount that they begin at. */
const bandsInWords = (bands: Bands): string => {
  const [only, second] = bands;
  if (only !== undefined && second === undefined && only.from === ZERO) return percent(only.ratio);
  return bands.map(({ from, ratio }) => `${yuan(from)}以上 ${percent(ratio)}`).join('；');
};

const paid = (ratio: Rate): string => `支付 ${percent(ratio)}`;
const limit = (cap: Fen | None): string => (cap === 'none' ? '不设限额' : `限额 ${yuan(cap)}`);
const threshold = (amount: Fen): string => `起付线 ${yuan(amount)}`;

const cap = parts<Cap>({
  amount: yuan,
  counts: counted,
  on: () => '按政策范围内费用计',
  above: (ratio) => `超过部分支付 ${percent(ratio)}`,
});
const share = parts<RemainderShare>({ ratio: paid });
const cappedShare = parts<LargeExpense>({ ratio: paid, cap: limit });

/** How the value of each parameter is said. A new one is said here or nothing compiles. */
const SAID: { readonly [Name in ParameterName]: (value: Exclude<ParameterValues[Name], None>) => string } = {
  disease_class: (label) => `${label} 类`,
  deductible: parts<Deductible>({ amount: yuan, per: (cycle) => PERIODS[cycle], counts: counted }),
  deductible_factor: parts<DeductibleFactor>({ factor: (factor) => `按 ${percent(factor)} 负担` }),
  ratio: bandsInWords,
  ratio_bonus: parts<RatioBonus>({ points: (rate) => `提高 ${points(rate)}` }),
  offsite: parts<Offsite>({
    points: (rate) => `支付比例降低 ${points(rate)}`,
    factor: (factor) => `支付比例乘以 ${percent(factor)}`,
    first_self_pay: (ratio) => `先自付 ${percent(ratio)}`,
    deductible: (amount) => `起付标准 ${yuan(amount)}`,
  }),
  year_cap: cap,
  month_cap: cap,
  several_diseases: parts<SeveralDiseases>({
    plus: (amount) => `限额增加 ${yuan(amount)}`,
    plus_each: (amount) => `每多一种增加 ${yuan(amount)}`,
    most: (amount) => (amount === 'none' ? '不设上限' : `最多增加 ${yuan(amount)}`),
    second_share: (ratio) => `增加次高限额的 ${percent(ratio)}`,
  }),
  full_advance: () => '全额垫付，回参保地手工报销',
  pool_cap: yuan,
  large_expense: cappedShare,
  serious_illness: parts<SeriousIllness>({
    threshold,
    bands: (bands) => `超过部分支付 ${bandsInWords(bands)}`,
    cap: limit,
    base_includes_preself: (included) => `乙类先自付${included ? '' : '不'}计入`,
  }),
  civil_servant: cappedShare,
  employer_supplement: cappedShare,
  disabled_soldier: share,
  preferential: share,
  assistance: parts<Assistance>({ threshold, ratio: paid, cap: limit }),
  account: (use) => ACCOUNT_USES[use],
};

const said = SAID as Readonly<Record<ParameterName, (value: unknown) => string>>;

/** The value of a parameter with its unit: `700元，每年，B 组合并累计`. */
export const valueInWords = (name: ParameterName, value: unknown): string =>
  value === 'none' ? '无' : said[name](value);
