/**
 * What a persona is made for. Closed, so that a test can say that each of them is there and that each is told truly
 * (test/platform/workspace/seeds/situations.test.ts).
 */
export const SITUATIONS = [
  // who: 人员类别 and 身份
  'worker',
  'retiree',
  'resident',
  'student',
  'civil-servant',
  'low-income',
  'extreme-poverty',
  'registered-poor',
  'poor-by-illness',
  'disabled-soldier',
  'preferential',
  // filing 备案
  'filed-resident',
  'filed-referral',
  'filed-emergency',
  'filed-other',
  'filed-province',
  'filed-institution',
  'filed-elsewhere',
  'filing-expired',
  'no-filing',
  // chronic disease 门诊慢特病
  'normal',
  'several-diseases',
  'no-qualification',
  'qualification-expired',
  'out-of-scope',
  'local-code-mapped',
  'local-code-unmapped',
  'transplant-category',
  'transplant-fine',
  'chosen-elsewhere',
  'local-only-disease',
  // insurance 参保
  'suspended',
  'terminated',
  'several-insurances',
  'unpaid',
  // money
  'balance-zero',
  'balance-rich',
  'deductible-nearly-used',
  'deductible-used',
  'cap-nearly-used',
  'pool-nearly-used',
  'serious-illness',
  // reach
  'same-province',
  'local',
  // credential 就诊凭证
  'no-card',
  'no-token',
  'foreign-certificate',
  // one person, all six codes of the acceptance script
  'acceptance',
] as const;

export type Situation = (typeof SITUATIONS)[number];
