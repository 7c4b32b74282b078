import { costOf, piecesOf, ratioAt, shareOf } from './bands.ts';
import { cappedBy } from './caps.ts';
import { deductibleOf } from './deductible.ts';
import { halfUp, times, whole } from './fraction.ts';
import { growthOf } from './growth.ts';
import { personalPart } from './personal-part.ts';
import { largeExpensePayment, poolPayment } from './pool.ts';
import { poolBaseOf } from './pool-base.ts';
import { policyOf } from './policy.ts';
import type { PolicyFile } from './policy-file.ts';
import { ratiosOf } from './ratio.ts';
import { seriousIllness } from './serious-illness.ts';
import { assistanceOf, shareOfRemainder } from './shares-of-remainder.ts';
import { countedOver, sumName, sumOf, yearOf, type Sums } from './sums.ts';
import { least, totalOf, type Visit } from './visit.ts';

/** Who bears what of a visit, in 分, and by how much the running sums of the person grow. */
export type Outcome = { readonly shares: Readonly<Record<string, bigint>>; readonly growth: Sums };

/**
 * Settles a visit as the insured place would: one step after the other, each with exact fractions inside and 四舍五入
 * to 分 at its end. Made to be read beside the order of calculation, not to be fast.
 */
export const settleSlowly = (files: readonly PolicyFile[], visit: Visit): Outcome => {
  const { ownPay, overLimit, preself, inScope } = visit.cost;
  const total = totalOf(visit.cost);
  const policy = policyOf(files, visit);
  if (policy('full_advance') !== undefined) return paidInAdvance(visit);

  // 1, 2: deductible, first self-pay
  const standing = deductibleOf(policy, visit);
  const { deductible, base } = poolBaseOf(policy, inScope, standing.left);

  // 3: ratio. The bands stand on the in-scope cost of the year, of which the deductible is the first part.
  const bands = ratiosOf(policy);
  const year = sumName('政策范围内费用', countedOver('benefit', visit), yearOf(visit.settled));
  const begin = sumOf(visit.before, year) + deductible;
  const pieces = piecesOf(bands, begin, base);
  const ratio = costOf(pieces) === 0n ? ratioAt(bands, begin) : shareOf(pieces);

  // 4, 5: pool within its caps, 大额, 大病
  const capped = cappedBy(files, policy, visit, { pieces, deductibleLeft: standing.left });
  const pool = poolPayment(policy, visit, capped);
  const large = largeExpensePayment(policy, visit, capped, pool);
  let remainder = inScope - pool - large;
  const { base: seriousBase, payment: serious } = seriousIllness(policy, visit, remainder);
  // 大病 first pays what is in scope; what is left of it goes to 乙类先自付.
  remainder -= least(serious, remainder);

  // 6, 7: 公务员, 企业补充, 残疾军人, 优抚
  const civilServant = shareOfRemainder(policy, visit, 'civil_servant', '公务员补助支付', remainder);
  remainder -= civilServant;
  const employer = shareOfRemainder(policy, visit, 'employer_supplement', '企业补充支付', remainder);
  remainder -= employer;
  const soldier = shareOfRemainder(policy, visit, 'disabled_soldier', '残疾军人补助支付', remainder);
  remainder -= soldier;
  const preferential = shareOfRemainder(policy, visit, 'preferential', '优抚补助支付', remainder);
  remainder -= preferential;

  // 8: 医疗救助
  const { base: assistanceBase, payment: assistance } = assistanceOf(policy, visit, remainder);

  // 9, 10: personal account, then that of the family; the rest in cash
  const funds = pool + large + serious + civilServant + employer + soldier + preferential + assistance;
  const person = total - funds;
  const { account, family, cash, balance } = personalPart(policy, visit, person);

  return {
    shares: {
      ...{ total, ownPay, overLimit, preself, inScope, deductible, ratio: halfUp(times(ratio, whole(10_000n))) },
      ...{ pool, large, serious, civilServant, employer, soldier, preferential, assistance, funds },
      ...{ person, account, family, cash, balance },
    },
    growth: growthOf(visit, {
      standing,
      caps: capped.counted,
      ...{ deductible, pool, large, seriousBase, serious, civilServant, employer, soldier, preferential },
      ...{ assistanceBase, assistance, account },
    }),
  };
};

/** 全额垫付: no fund pays, nothing is counted, the account is left alone. */
const paidInAdvance = ({ cost, account }: Visit): Outcome => {
  const total = totalOf(cost);
  const nothing = { deductible: 0n, ratio: 0n, pool: 0n, large: 0n, serious: 0n, civilServant: 0n, employer: 0n };
  const more = { soldier: 0n, preferential: 0n, assistance: 0n, funds: 0n, account: 0n, family: 0n };
  return {
    shares: { ...cost, total, ...nothing, ...more, person: total, cash: total, balance: account.own },
    growth: new Map(),
  };
};
