import { ZERO } from '../../kernel/money.ts';
import { isTooLarge } from './largest-amount.ts';
import type { Input as Claim } from './national/1106.gen.ts';
import type { Party } from './party.ts';
import { refuse, type Refusal } from './refusals.ts';

/** What a claim is made of; refunds are not settled anew, so none of it is negative. */
const AMOUNTS = [
  ['medfee_sumamt', '医疗费总额'],
  ['fulamt_ownpay_amt', '全自费'],
  ['overlmt_selfpay', '超限价'],
  ['preselfpay_amt', '先自付'],
  ['inscp_scp_amt', '政策范围内'],
] as const;

/** What of it is what; a line that takes back something of another batch may make one of these negative. */
const OF_WHICH = [
  ['inscp_claa_amt', '其中甲类'],
  ['preselfpay_drug_amt', '其中药品先自付'],
  ['preselfpay_serv_amt', '其中诊疗先自付'],
  ['preselfpay_mcs_amt', '其中材料先自付'],
  ['overlmt_bed_amt', '其中床位费超限价'],
] as const;

type Line = Claim['feedetail'][number];

const amountsOf = (line: Line) => [
  line.amt,
  line.fulamt_ownpay_amt,
  line.overlmt_amt,
  line.preselfpay_amt,
  line.inscp_scp_amt,
];

/** A claim of another platform whose amounts nobody can reckon with: a negative part, or more than any bill. */
export const outOfRange = ({ data, feedetail }: Pick<Claim, 'data' | 'feedetail'>, by: Party): Refusal | undefined => {
  const part = AMOUNTS.find(([code]) => data[code] < 0 || isTooLarge(data[code]));
  if (part) return refuse(by, 'amount-out-of-range', part[1]);
  const ofWhich = OF_WHICH.find(([code]) => isTooLarge(data[code] ?? ZERO));
  if (ofWhich) return refuse(by, 'amount-out-of-range', ofWhich[1]);
  const line = feedetail.find((row) => amountsOf(row).some(isTooLarge));
  return line && refuse(by, 'line-too-large', line.feedetl_sn ?? '');
};
