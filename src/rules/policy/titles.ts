import type { Policy } from './load-policy.ts';
import type { Insutype } from './parameters.ts';
import type { ParameterName } from './values.ts';

/** What people call an insurance, a kind of file and a parameter. A new one is named here or nothing compiles. */
export const INSURANCES: Readonly<Record<Insutype, string>> = { 310: '职工医保', 390: '居民医保' };

export const BENEFIT_TITLES: Readonly<Record<Policy['benefit'], string>> = {
  chronic: '门诊慢特病',
  general: '普通门诊',
  supplement: '补充保障',
};

export const PARAMETER_TITLES: Readonly<Record<ParameterName, string>> = {
  disease_class: '病种分类',
  deductible: '起付标准',
  deductible_factor: '起付标准减免',
  ratio: '支付比例',
  ratio_bonus: '支付比例提高',
  offsite: '异地就医差异化支付',
  year_cap: '年度支付限额',
  month_cap: '月支付限额',
  several_diseases: '多病种增加限额',
  full_advance: '全额垫付',
  pool_cap: '统筹基金年度最高支付限额',
  large_expense: '大额医疗费用补助',
  serious_illness: '大病保险',
  civil_servant: '公务员医疗补助',
  employer_supplement: '企业补充医疗保险',
  disabled_soldier: '残疾军人医疗补助',
  preferential: '优抚对象医疗补助',
  assistance: '医疗救助',
  account: '个人账户可支付范围',
};
