import type { Case } from './case.ts';
import {
  HERE,
  DIALYSIS,
  NO_REAL_NAME,
  PLACE_REQUIRED,
  byCard,
  byToken,
  byIdentityCard,
  byCertificate,
  unreadable,
} from './words.ts';

/** Persons who differ in what they can show 就诊凭证. */
export const CREDENTIAL: readonly Case[] = [
  {
    who: 'xian-retiree-coronary',
    what: '卡识别码不符',
    show: (person) => byCard(person, { card_sn: 'SANDBOX-WRONG' }),
    hears: unreadable(`${HERE} 社会保障卡卡识别码 card_sn 与卡号不符，请重新读卡`),
  },
  {
    who: 'nanjing-worker-no-card',
    what: '没有卡',
    show: (person) => byCard(person),
    hears: unreadable(`${HERE} 社会保障卡卡号不存在，请重新读卡`),
  },
  {
    who: 'xian-retiree-no-token',
    what: '没有电子凭证',
    show: byToken,
    hears: unreadable(`${HERE} 就诊凭证不全，缺少 mdtrt_cert_no（电子凭证令牌）`),
  },
  {
    who: 'nanjing-worker-no-card',
    what: '令牌失效',
    show: () => ({ mdtrt_cert_type: '01', mdtrt_cert_no: 'SANDBOX-OLD' }),
    hears: unreadable(`${HERE} 请使用医保电子凭证二维码：令牌无效或已失效，请重新扫码`),
  },
  {
    who: 'xian-retiree-coronary',
    what: '凭证类型不能用',
    show: () => ({ mdtrt_cert_type: '04', mdtrt_cert_no: '1' }),
    hears: unreadable(
      `${HERE} 就诊凭证类型 mdtrt_cert_type（04）不能使用，可用 01 电子凭证、02 身份证、03 社会保障卡、99 其他`,
    ),
  },
  { who: 'xian-retiree-coronary', what: '身份证，机构实名核验', show: byIdentityCard, hears: {} },
  {
    who: 'xian-retiree-coronary',
    what: '身份证，机构不核验实名',
    at: DIALYSIS,
    show: byIdentityCard,
    hears: unreadable(NO_REAL_NAME),
  },
  {
    who: 'xian-retiree-coronary',
    what: '身份证，没有选参保地',
    insuplc: '',
    show: byIdentityCard,
    hears: {
      1101: `${HERE} ${PLACE_REQUIRED}`,
      2201: `${HERE} 报文参保地 insuplc_admdvs（空，表示本地业务）与就诊人参保地不符，应填 610100（西安市）`,
    },
  },
  { who: 'nanjing-foreign-worker', what: '外国人护照，99', show: byCertificate, hears: {} },
  {
    who: 'nanjing-foreign-worker',
    what: '外国人护照，选错参保地',
    insuplc: '610100',
    show: byCertificate,
    hears: {
      1101: `${HERE} 未查询到该人员在西安市的参保信息，请核对参保地`,
      2201: `${HERE} 报文参保地 insuplc_admdvs（610100）与就诊人参保地不符，应填 320100（南京市）`,
    },
  },
  {
    who: 'nanjing-worker-no-card',
    what: '就医地只认卡',
    settings: { credentials: 'card-only' },
    show: byToken,
    hears: unreadable(`${HERE} 跨省就医只能使用社会保障卡，请读卡`),
  },
  {
    who: 'nanjing-worker-no-card',
    what: '就医地建议用卡',
    settings: { credentials: 'card-first' },
    show: byToken,
    hears: {},
    advice: { 1101: '跨省就医请优先使用社会保障卡' },
  },
];
