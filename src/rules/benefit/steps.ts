import { account } from './account.ts';
import { assistance } from './assistance.ts';
import { benefitCap } from './benefit-cap.ts';
import { cash } from './cash.ts';
import { civilServant } from './civil-servant.ts';
import { claim } from './claim.ts';
import { deductible } from './deductible.ts';
import { disabledSoldier } from './disabled-soldier.ts';
import { employerSupplement } from './employer-supplement.ts';
import { firstSelfPay } from './first-self-pay.ts';
import { largeExpense } from './large-expense.ts';
import { offsiteRatio } from './offsite-ratio.ts';
import { pool } from './pool.ts';
import { poolCap } from './pool-cap.ts';
import { preferential } from './preferential.ts';
import { ratioBonus } from './ratio-bonus.ts';
import { seriousIllness } from './serious-illness.ts';
import type { Step } from './state.ts';
import { template } from './template.ts';
import { tierRatio } from './tier-ratio.ts';

/**
 * The order of a settlement: basic fund, then 大额 and 大病, then the special funds, then 救助, then the person. The order of
 * the three layers 三重保障 is national; the place of 公务员, 残疾军人 and 优抚 between them is a sandbox choice.
 */
export const STEPS: readonly Step[] = [
  template,
  claim,
  deductible,
  tierRatio,
  firstSelfPay,
  ratioBonus,
  offsiteRatio,
  benefitCap,
  poolCap,
  pool,
  largeExpense,
  seriousIllness,
  civilServant,
  employerSupplement,
  disabledSoldier,
  preferential,
  assistance,
  account,
  cash,
];
