import type { Deductible } from './deductible.ts';
import { ALL_CARE, countedOver, sumName, yearOf, type Summed, type SumName, type Sums } from './sums.ts';
import { totalOf, type Visit } from './visit.ts';

/** What moves the sums of a person. */
type Paid = {
  readonly standing: Deductible;
  /** The sums that the caps of the benefit look at. */
  readonly caps: readonly SumName[];
  readonly deductible: bigint;
  readonly pool: bigint;
  readonly large: bigint;
  readonly seriousBase: bigint;
  readonly serious: bigint;
  readonly civilServant: bigint;
  readonly employer: bigint;
  readonly soldier: bigint;
  readonly preferential: bigint;
  readonly assistanceBase: bigint;
  readonly assistance: bigint;
  /** 共济 included. */
  readonly account: bigint;
};

/** By how much each sum grows; what does not move is left out. */
export const growthOf = (visit: Visit, paid: Paid): Sums => {
  const year = yearOf(visit.settled);
  const growth = new Map<SumName, bigint>();
  const grow = (name: SumName, amount: bigint) => {
    if (amount > 0n) growth.set(name, amount);
  };
  const growOverAll = (summed: Summed, amount: bigint) => {
    grow(sumName(summed, ALL_CARE, year), amount);
  };

  const care = countedOver('benefit', visit);
  grow(sumName('医疗费总额', care, year), totalOf(visit.cost));
  grow(sumName('政策范围内费用', care, year), visit.cost.inScope);
  if (paid.standing.counted !== undefined) grow(paid.standing.counted, paid.deductible);
  for (const over of [care, countedOver('disease', visit), ALL_CARE]) grow(sumName('统筹支付', over, year), paid.pool);
  for (const cap of paid.caps) grow(cap, cap.startsWith('政策范围内费用') ? visit.cost.inScope : paid.pool);
  growOverAll('大额支付', paid.large);
  growOverAll('大病基数', paid.seriousBase);
  growOverAll('大病支付', paid.serious);
  growOverAll('公务员补助支付', paid.civilServant);
  growOverAll('企业补充支付', paid.employer);
  growOverAll('残疾军人补助支付', paid.soldier);
  growOverAll('优抚补助支付', paid.preferential);
  growOverAll('救助基数', paid.assistanceBase);
  growOverAll('救助支付', paid.assistance);
  growOverAll('账户支付', paid.account);
  return growth;
};
