import type { Case } from './case.ts';
import {
  HERE,
  GUANGZHOU_HOSPITAL,
  PROVINCIAL,
  LOCAL_ONLY,
  DIALYSIS,
  CHENGDU_HOSPITAL,
  XIAN_HOSPITAL,
  outOfScope,
  notOpened,
  notFiled,
  refused,
  turnedAway,
} from './words.ts';

/** Institutions that do not serve everybody, or not every disease. */
export const INSTITUTION: readonly Case[] = [
  {
    who: 'xian-resident-hypertension',
    what: '省内异地定点，外省人',
    at: PROVINCIAL,
    hears: turnedAway(`${HERE} 本机构为省内异地定点，不能办理跨省异地业务`),
  },
  {
    who: 'xian-resident-hypertension',
    what: '非异地定点，外省人',
    at: LOCAL_ONLY,
    hears: turnedAway(`${HERE} 本机构为非异地定点，只能办理本地业务`),
  },
  {
    who: 'guangzhou-worker-diabetes',
    what: '非异地定点，省内外市人',
    at: LOCAL_ONLY,
    hears: turnedAway(`${HERE} 本机构为非异地定点，只能办理本地业务`),
  },
  { who: 'guangzhou-worker-diabetes', what: '省内异地定点，省内人', at: PROVINCIAL, hears: {} },
  { who: 'shenzhen-worker-unpaid', what: '非异地定点，本地人', at: LOCAL_ONLY, hears: {} },
  {
    who: 'xian-acceptance-worker',
    what: '机构没有开通该病种',
    at: CHENGDU_HOSPITAL,
    dise_codg: 'M06900',
    hears: refused(notOpened('M06900')),
    advice: { 2201: notFiled('备案就医地（深圳市）与本次就医地不符') },
  },
  {
    who: 'xian-worker-hypertension-diabetes',
    what: '机构已停办该病种',
    at: DIALYSIS,
    dise_codg: 'M03900',
    hears: refused(notOpened('M03900')),
  },
];

/** Persons who are at home or in the same province, and diseases that stay at home. */
export const REACH: readonly Case[] = [
  { who: 'guangzhou-worker-diabetes', what: '省内异地，不要备案', hears: {} },
  { who: 'shenzhen-worker-unpaid', what: '本地', hears: {} },
  { who: 'shenzhen-worker-thalassemia', what: '本地特有病种在本地', hears: {} },
  {
    who: 'shenzhen-worker-thalassemia',
    what: '本地特有病种在省内外市',
    at: GUANGZHOU_HOSPITAL,
    hears: refused('[参保地 深圳市] 病种 M01103 只在参保地本地享受待遇，异地请按普通门诊结算'),
  },
  {
    who: 'shenzhen-worker-thalassemia',
    what: '本地特有病种在外省',
    at: CHENGDU_HOSPITAL,
    hears: refused(outOfScope('M01103')),
    advice: { 2201: notFiled('未查询到有效备案，请先办理异地就医备案') },
  },
  { who: 'shenzhen-worker-local-disease-away', what: '本地特有病种在本地', hears: {} },
  {
    who: 'shenzhen-worker-local-disease-away',
    what: '本地特有病种，已备案到外省',
    at: CHENGDU_HOSPITAL,
    hears: refused(outOfScope('M01001')),
  },
  { who: 'xian-resident-hypertension', what: '在家乡就医', at: XIAN_HOSPITAL, hears: {} },
];
