import type { Party } from '../../../domain/party.ts';
import { refuse, type Refusal } from '../../../domain/refusals.ts';
import type { Input } from './wire.gen.ts';

/** What the fields of the two steps are called. */
const NAMES = {
  issu_admdvs: '发卡地区行政区划代码',
  card_atr: '卡复位信息',
  algo_flag: '算法标识',
  intl_auth_fctr: '内部认证过程因子',
  intl_auth_info: '内部认证原始信息',
  extl_auth_fctr: '外部认证过程因子',
  extl_auth_info: '外部认证原始信息',
  auth_sn: '认证流水号',
  card_no: '社会保障卡卡号',
  ssn: '社会保障号码',
  psn_name: '人员姓名',
  card_proof: '卡应答',
} as const;

/** A refusal that names what a step cannot do without: each step has fields of its own. */
export const lacking = (
  data: Input['data'],
  needs: readonly (keyof typeof NAMES)[],
  by: Party,
): Refusal | undefined => {
  const missing = needs.filter((field) => data[field] === undefined);
  const listed = missing.map((field) => `input.data.${field}（${NAMES[field]}）`).join('；');
  return missing.length === 0 ? undefined : refuse(by, 'fields-missing', listed);
};
