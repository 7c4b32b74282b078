import type { Case } from './case.ts';
import { XIAN, GUANGZHOU_HOSPITAL, DIALYSIS, CHENGDU_HOSPITAL, notFiled, refused } from './words.ts';

/** Persons who differ in their filing 备案. */
export const FILING: readonly Case[] = [
  {
    who: 'xian-worker-no-filing',
    what: '没有备案',
    hears: refused(`${XIAN} 未查询到有效备案，请先办理异地就医备案`),
    advice: { 2201: notFiled('未查询到有效备案，请先办理异地就医备案') },
  },
  {
    who: 'xian-worker-no-filing',
    what: '急诊抢救视同已备案',
    med_type: '1301',
    hears: {},
    advice: { 2201: notFiled('未查询到有效备案，请先办理异地就医备案') },
  },
  {
    who: 'xian-worker-filing-expired',
    what: '备案过期',
    hears: refused((day) => `${XIAN} 异地就医备案已于 ${day(-30)} 到期，请重新备案`),
    advice: { 2201: (day) => notFiled(`异地就医备案已于 ${day(-30)} 到期，请重新备案`) },
  },
  {
    who: 'xian-worker-filed-elsewhere',
    what: '备案在成都，来了深圳',
    hears: refused(`${XIAN} 备案就医地（成都市）与本次就医地不符`),
    advice: { 2201: notFiled('备案就医地（成都市）与本次就医地不符') },
  },
  { who: 'xian-worker-filed-elsewhere', what: '备案在成都，到成都就医', at: CHENGDU_HOSPITAL, hears: {} },
  {
    who: 'xian-retiree-dialysis-one-institution',
    what: '备案指定另一家机构',
    hears: refused(`${XIAN} 备案指定在机构 ${DIALYSIS} 就医，与本次就诊机构不符`),
    advice: { 2201: notFiled(`备案指定在机构 ${DIALYSIS} 就医，与本次就诊机构不符`) },
  },
  { who: 'xian-retiree-dialysis-one-institution', what: '到备案的机构', at: DIALYSIS, hears: {} },
  { who: 'xian-worker-filed-province', what: '备案到全省，去广州', at: GUANGZHOU_HOSPITAL, med_type: '11', hears: {} },
];
