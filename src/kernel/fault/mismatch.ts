import { yuan } from '../money.ts';
import type { Call } from './call.ts';
import type { When } from './fault.ts';

/** Why a call is none of those that a fault is for, in words; undefined where everything holds. */
export const mismatch = (when: When, call: Call): string | undefined => {
  for (const check of CHECKS) {
    const missed = check(when, call);
    if (missed !== undefined) return missed;
  }
  return undefined;
};

type Check = (when: When, call: Call) => string | undefined;

const differs = (what: string, wanted: string, came: string | undefined): string =>
  `${what} 应为 ${wanted}，这次是 ${came ?? '（没有）'}`;

const inWords = (what: string, wanted: string | undefined, came: string | undefined): string | undefined =>
  wanted === undefined || wanted === came ? undefined : differs(what, wanted, came);

const nameMismatch: Check = ({ psn_name }, call) =>
  psn_name === undefined || call.psn_name?.endsWith(psn_name)
    ? undefined
    : differs('姓名 psn_name 的结尾', psn_name, call.psn_name);

const amountMismatch: Check = ({ amount }, call) => {
  if (!amount) return undefined;
  if (call.amount === undefined) return '这次没有医疗费总额 medfee_sumamt';
  const came = yuan(call.amount);
  if (amount.gte !== undefined && call.amount < amount.gte) return `总额 ${came} 小于 ${yuan(amount.gte)}`;
  if (amount.lte !== undefined && call.amount > amount.lte) return `总额 ${came} 大于 ${yuan(amount.lte)}`;
  const ends = amount.ending === undefined || String(call.amount).padStart(3, '0').endsWith(amount.ending);
  return ends ? undefined : `总额 ${came} 的末位不是 ${amount.ending}`;
};

const CHECKS: readonly Check[] = [
  (when, call) => inWords('入口 door', when.door, call.door),
  ({ infno }, call) =>
    !infno || infno.includes(call.infno) ? undefined : differs('交易 infno', infno.join('、'), call.infno),
  (when, call) => inWords('机构 fixmedins_code', when.fixmedins_code, call.fixmedins_code),
  (when, call) => inWords('人员 psn_no', when.psn_no, call.psn_no),
  nameMismatch,
  (when, call) => inWords('就医地 mdtrtarea', when.mdtrtarea, call.mdtrtarea),
  (when, call) => inWords('参保地 insuplc', when.insuplc, call.insuplc),
  amountMismatch,
  ({ field }, call) => field && inWords(`字段 ${field.path}`, field.equals, call.field(field.path)),
  (when, call) => inWords('就诊状态 state', when.state, call.state),
];
