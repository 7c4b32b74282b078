import { add, sum, ZERO, type Fen } from '../../kernel/money.ts';
import type { Input as Claim } from './national/1106.gen.ts';
import { outOfRange } from './out-of-range.ts';
import type { Party } from './party.ts';
import { refuse, type Refusal } from './refusals.ts';

type Header = Claim['data'];
type Lines = Claim['feedetail'];

/**
 * Why nobody can reckon with the amounts of a claim: out of all range, or sums that do not agree. The split is the
 * treatment place's; the national node and the insured place only see that it adds up, and never split anew.
 */
export const claimAmountsFault = (claim: Pick<Claim, 'data' | 'feedetail'>, by: Party): Refusal | undefined => {
  const unbelievable = outOfRange(claim, by);
  if (unbelievable) return unbelievable;
  const { data, feedetail } = claim;
  const disagreement = partsDisagree(data) ?? ofWhichExceeds(data) ?? linesDisagree(data, feedetail);
  return disagreement === undefined ? undefined : refuse(by, 'sums-disagree', disagreement);
};

const partsDisagree = (data: Header): string | undefined => {
  const parts = add(data.fulamt_ownpay_amt, data.overlmt_selfpay, data.preselfpay_amt, data.inscp_scp_amt);
  return data.medfee_sumamt === parts ? undefined : '医疗费总额 ≠ 全自费 + 超限价 + 先自付 + 政策范围内';
};

/** The sums "其中 …" of the acceptance script's row 17: parts of a sum, so never more than it. Absent is nothing. */
const ofWhichExceeds = (data: Header): string | undefined => {
  const { preselfpay_drug_amt = ZERO, preselfpay_serv_amt = ZERO, preselfpay_mcs_amt = ZERO } = data;
  const checks: readonly (readonly [Fen, Fen, string])[] = [
    [data.inscp_claa_amt ?? ZERO, data.inscp_scp_amt, '其中甲类 inscp_claa_amt > 政策范围内 inscp_scp_amt'],
    [
      add(preselfpay_drug_amt, preselfpay_serv_amt, preselfpay_mcs_amt),
      data.preselfpay_amt,
      '其中药品、诊疗、材料先自付之和 > 先自付 preselfpay_amt',
    ],
    [data.overlmt_bed_amt ?? ZERO, data.overlmt_selfpay, '其中床位费 overlmt_bed_amt > 超限价 overlmt_selfpay'],
  ];
  return checks.find(([part, whole]) => part > whole)?.[2];
};

const linesDisagree = (data: Header, lines: Lines): string | undefined => {
  if (lines.length === 0) return undefined;
  const checks: readonly (readonly [Fen, readonly Fen[], string])[] = [
    [data.medfee_sumamt, lines.map((line) => line.amt), '医疗费总额'],
    [data.fulamt_ownpay_amt, lines.map((line) => line.fulamt_ownpay_amt), '全自费'],
    [data.overlmt_selfpay, lines.map((line) => line.overlmt_amt), '超限价'],
    [data.preselfpay_amt, lines.map((line) => line.preselfpay_amt), '先自付'],
    [data.inscp_scp_amt, lines.map((line) => line.inscp_scp_amt), '政策范围内'],
  ];
  const wrong = checks.find(([total, amounts]) => total !== sum(amounts));
  return wrong && `${wrong[2]} ≠ 明细之和`;
};
