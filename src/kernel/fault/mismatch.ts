import { yuan } from '../money.ts';
import type { Call } from './call.ts';
import type { When } from './fault.ts';

/** Why a call is none of those that a fault is for, in words; undefined where everything holds. */
export const mismatch = (when: When, call: Call): string | undefined => {
  for (const field of FIELDS) {
    const missed = CHECKS[field](when, call);
    if (missed !== undefined) return missed;
  }
  return undefined;
};

/** One condition of a fault: whether the call fulfils it, and if not, why. */
export type Compared = { readonly field: keyof When; readonly holds: boolean; readonly why?: string };

/** Every condition of a fault, held against a call. */
export const compared = (when: When, call: Call): Compared[] =>
  FIELDS.filter((field) => when[field] !== undefined).map((field) => {
    const why = CHECKS[field](when, call);
    return { field, holds: why === undefined, ...(why !== undefined && { why }) };
  });

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

/** In the order in which they are looked at. */
const CHECKS: { readonly [Field in keyof When]-?: Check } = {
  door: (when, call) => inWords('入口 door', when.door, call.door),
  infno: ({ infno }, call) =>
    !infno || infno.includes(call.infno) ? undefined : differs('交易 infno', infno.join('、'), call.infno),
  fixmedins_code: (when, call) => inWords('机构 fixmedins_code', when.fixmedins_code, call.fixmedins_code),
  psn_no: (when, call) => inWords('人员 psn_no', when.psn_no, call.psn_no),
  psn_name: nameMismatch,
  mdtrtarea: (when, call) => inWords('就医地 mdtrtarea', when.mdtrtarea, call.mdtrtarea),
  insuplc: (when, call) => inWords('参保地 insuplc', when.insuplc, call.insuplc),
  amount: amountMismatch,
  field: ({ field }, call) => field && inWords(`字段 ${field.path}`, field.equals, call.field(field.path)),
  state: (when, call) => inWords('就诊状态 state', when.state, call.state),
};

const FIELDS = Object.keys(CHECKS) as (keyof When)[];
