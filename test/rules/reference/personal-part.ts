import type { Policy } from './policy.ts';
import { least, type Visit } from './visit.ts';

/** Steps 9 and 10: the own account first, then 共济 of the family, the rest in cash. */
export const personalPart = (policy: Policy, visit: Visit, person: bigint) => {
  const { use, own, family } = visit.account;
  const ofOwn = least(payableByAccount(policy, visit, person), use ? own : 0n);
  const ofFamily = least(payableByAccount(policy, visit, person) - ofOwn, use ? family : 0n);
  const account = ofOwn + ofFamily;
  return { account, family: ofFamily, cash: person - account, balance: own - ofOwn };
};

/** Everything that the person bears, or only what lies within the catalogue: not 全自费, not 超限价. */
const payableByAccount = (policy: Policy, { cost }: Visit, person: bigint): bigint => {
  const scope = policy('account');
  if (scope === undefined) return 0n;
  return scope === 'all' ? person : person - cost.ownPay - cost.overLimit;
};
