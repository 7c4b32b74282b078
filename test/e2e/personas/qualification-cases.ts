import type { Case } from './case.ts';
import { XIAN, NANJING, DIALYSIS, NO_ENTITLEMENT, outOfScope, refused } from './words.ts';

/** Persons who differ in their recognised diseases 病种资格 and chosen institutions 定点. */
export const QUALIFICATION: readonly Case[] = [
  {
    who: 'xian-worker-no-qualification',
    what: '没有病种资格',
    dise_codg: 'M03900',
    hears: refused(`${XIAN} ${NO_ENTITLEMENT}`),
  },
  {
    who: 'xian-worker-qualification-expired',
    what: '病种资格过期',
    hears: refused((day) => `${XIAN} 该病种待遇已于 ${day(-15)} 到期，请按普通门诊结算`),
  },
  { who: 'xian-worker-qualification-expired', what: '改按普通门诊', med_type: '11', hears: {} },
  { who: 'xian-worker-out-of-scope', what: '病种不在跨省范围', hears: refused(outOfScope('M00300')) },
  { who: 'nanjing-worker-dialysis-unmapped-code', what: '本地码没有映射', hears: refused(outOfScope('M07804')) },
  {
    who: 'nanjing-worker-dialysis-unmapped-code',
    what: '本地码没有映射，报全国码',
    dise_codg: 'M07801',
    hears: refused(`${NANJING} ${NO_ENTITLEMENT}`),
  },
  {
    who: 'nanjing-resident-hepatitis-local-code',
    what: '报了本地码',
    dise_codg: 'M00201',
    hears: refused(outOfScope('M00201')),
  },
  { who: 'xian-worker-kidney-transplant', what: '细码资格，报大类码', dise_codg: 'M08300', hears: {} },
  {
    who: 'xian-worker-kidney-transplant',
    what: '细码资格，报另一个细码',
    dise_codg: 'M08302',
    hears: refused(`${XIAN} ${NO_ENTITLEMENT}`),
  },
  { who: 'xian-retiree-transplant', what: '大类码资格，报细码', dise_codg: 'M08303', hears: {} },
  {
    who: 'nanjing-worker-dialysis-chosen-elsewhere',
    what: '选定的是另一家机构',
    hears: refused(`${NANJING} 本次就诊机构不是本人选定的门诊慢特病定点医疗机构（已选定深圳市沙箱血液透析中心）`),
  },
  { who: 'nanjing-worker-dialysis-chosen-elsewhere', what: '到选定的机构', at: DIALYSIS, hears: {} },
];
