import type { Case } from './case.ts';
import { HERE, XIAN, INACTIVE, SUSPENDED, TERMINATED, refused, turnedAway, unreadable } from './words.ts';

/** Persons who differ in their insurance 参保, and envelopes that name another place than theirs. */
export const INSURANCE: readonly Case[] = [
  { who: 'xian-worker-suspended', what: '暂停参保', hears: turnedAway(`${XIAN} ${SUSPENDED}`), advice: INACTIVE },
  { who: 'xian-worker-terminated', what: '终止参保', hears: turnedAway(`${XIAN} ${TERMINATED}`), advice: INACTIVE },
  {
    who: 'shenzhen-worker-suspended-paid',
    what: '本地，暂停参保',
    hears: turnedAway(`[参保地 深圳市] ${SUSPENDED}`),
    advice: INACTIVE,
  },
  {
    who: 'nanjing-worker-two-insurances',
    what: '用了已终止的险种',
    insutype: '390',
    hears: turnedAway(`${XIAN} ${TERMINATED}`),
  },
  {
    who: 'nanjing-worker-two-insurances',
    what: '险种与参保地不符',
    insutype: '390',
    insuplc: '320100',
    hears: turnedAway(`${HERE} 报文参保地 insuplc_admdvs（320100）与就诊人参保地不符，应填 610100（西安市）`),
  },
  {
    who: 'nanjing-worker-rheumatoid',
    what: '参保地空着，表示本地业务',
    insuplc: '',
    hears: turnedAway(`${HERE} 报文参保地 insuplc_admdvs（空，表示本地业务）与就诊人参保地不符，应填 320100（南京市）`),
  },
  {
    who: 'nanjing-worker-rheumatoid',
    what: '参保地不存在',
    insuplc: '990000',
    hears: unreadable(`${HERE} 参保地医保区划 insuplc_admdvs（990000）不存在`),
  },
  { who: 'nanjing-worker-rheumatoid', what: '参保地填到区县', insuplc: '320102', hears: {} },
  {
    who: 'xian-civil-servant-copd',
    what: '公务员补助不是结算险种',
    insutype: '320',
    hears: refused(`${XIAN} 无该病种待遇，请按普通门诊结算`),
  },
  {
    who: 'xian-civil-servant-copd',
    what: '公务员补助不是结算险种，普通门诊',
    insutype: '320',
    med_type: '11',
    hears: refused(`${XIAN} 险种 320 不办理门诊结算，请用 310 职工医保或 390 居民医保`),
  },
];
