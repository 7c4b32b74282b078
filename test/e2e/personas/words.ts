import type { Person } from '../../../src/platform/domain/person.ts';
import type { Case, Text } from './case.ts';

export const HERE = '[就医地 深圳市]';
export const NATION = '[国家平台]';
export const XIAN = '[参保地 西安市]';
export const NANJING = '[参保地 南京市]';

export const GUANGZHOU_HOSPITAL = 'H44010099001';
export const PROVINCIAL = 'H44030099002';
export const LOCAL_ONLY = 'H44030099003';
export const DIALYSIS = 'H44030099004';
export const CHENGDU_HOSPITAL = 'H51010099001';
export const XIAN_HOSPITAL = 'H61010099001';

export const INACTIVE = { 1101: '该参保人参保状态不正常（暂停或终止），可能不能享受待遇' };
export const SUSPENDED = '该参保人已暂停参保，不能享受待遇，请联系参保地';
export const TERMINATED = '该参保人已终止参保，不能享受待遇，请联系参保地';
export const NO_ENTITLEMENT = '无该病种待遇，请按普通门诊结算';
export const NO_REAL_NAME = `${HERE} 本机构未开通就诊人实名核验，不能用居民身份证就诊，请用医保电子凭证或社会保障卡`;
export const PLACE_REQUIRED =
  '请选择参保地：异地人员用身份证或其他证件就诊，须在 insuplc_admdvs 填参保地医保区划（到市一级）';

export const outOfScope = (code: string) =>
  `${NATION} 病种 ${code} 不在跨省直接结算范围，请核对全国统一病种代码；确不在范围的，全额现金结算后回参保地手工报销`;
export const notOpened = (code: string) =>
  `${NATION} 就诊机构未开通病种 ${code} 的跨省直接结算，请到已开通的机构就医，或全额现金结算后回参保地手工报销`;
export const notFiled = (text: string) => `${text}；未备案的结算将被参保地拒绝`;

export const byCard = ({ card }: Person, changes = {}) => ({
  mdtrt_cert_type: '03',
  mdtrt_cert_no: card?.card_no ?? 'SANDBOX-NO-CARD',
  card_sn: card?.card_sn ?? 'SANDBOX-NO-CARD',
  ...changes,
});
export const byToken = ({ ec_token }: Person) => ({ mdtrt_cert_type: '01', mdtrt_cert_no: ec_token ?? '' });
export const byIdentityCard = ({ certno }: Person) => ({ mdtrt_cert_type: '02', mdtrt_cert_no: certno });
export const byCertificate = ({ certno }: Person) => ({ mdtrt_cert_type: '99', certno });

export const refused = (text: Text): Case['hears'] => ({ 2206: text });
export const turnedAway = (text: string): Case['hears'] => ({ 2201: text });
export const unreadable = (text: string): Case['hears'] => ({ 1101: text, 2201: text });
