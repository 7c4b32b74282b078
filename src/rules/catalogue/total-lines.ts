import { must } from '../../kernel/assert.ts';
import { sum, type Fen } from '../../kernel/money.ts';
import { feeGroupOf, type FeeGroup } from './fee-group.ts';
import { amountOf, type Parts, type SplitLine } from './split-line.ts';

/** The five amounts of a claim, named as in setlinfo. */
export type ClaimAmounts = {
  /** 医疗费总额 */
  readonly medfee_sumamt: Fen;
  /** 全自费 */
  readonly fulamt_ownpay_amt: Fen;
  /** 超限价自费 */
  readonly overlmt_selfpay: Fen;
  /** 先行自付 */
  readonly preselfpay_amt: Fen;
  /** 符合政策范围 */
  readonly inscp_scp_amt: Fen;
};

/** The sums "其中 …" that the national platform wants with a claim (acceptance script, row 17). */
export type ClassedAmounts = {
  /** 统筹基金支付范围内费用，其中甲类 */
  readonly classAInScope: Fen;
  /** 乙类先自付，其中药品、诊疗、材料、床位 */
  readonly preselfpay: Readonly<Record<FeeGroup, Fen>>;
  /** 超限价自付，其中床位费 */
  readonly bedOverLimit: Fen;
};

export type ClaimTotals = { readonly claim: ClaimAmounts; readonly classed: ClassedAmounts };

const total = (splits: readonly SplitLine[], part: (split: SplitLine) => Fen): Fen => sum(splits.map(part));

/** Adds up the split lines of one claim. Refund lines count with their sign. */
export const totalLines = (splits: readonly SplitLine[]): ClaimTotals => {
  const claim: ClaimAmounts = {
    medfee_sumamt: total(splits, amountOf),
    fulamt_ownpay_amt: total(splits, (split) => split.fulamt_ownpay_amt),
    overlmt_selfpay: total(splits, (split) => split.overlmt_amt),
    preselfpay_amt: total(splits, (split) => split.preselfpay_amt),
    inscp_scp_amt: total(splits, (split) => split.inscp_scp_amt),
  };
  const classed = classedAmounts(splits);
  must(sum(Object.values(classed.preselfpay)) === claim.preselfpay_amt, 'the groups add up to 先自付');
  return { claim, classed };
};

const classedAmounts = (splits: readonly SplitLine[]): ClassedAmounts => {
  const inGroup = (group: FeeGroup, part: keyof Parts): Fen =>
    total(
      splits.filter((split) => feeGroupOf(split.med_chrgitm_type) === group),
      (split) => split[part],
    );
  return {
    classAInScope: total(
      splits.filter((split) => split.chrgitm_lv === '01'),
      (split) => split.inscp_scp_amt,
    ),
    preselfpay: {
      drug: inGroup('drug', 'preselfpay_amt'),
      service: inGroup('service', 'preselfpay_amt'),
      material: inGroup('material', 'preselfpay_amt'),
      bed: inGroup('bed', 'preselfpay_amt'),
    },
    bedOverLimit: inGroup('bed', 'overlmt_amt'),
  };
};
