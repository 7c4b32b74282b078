import { must } from '../../kernel/assert.ts';
import type { CivilDateTime } from '../../kernel/civil-time.ts';
import { add, least, negate, share, subtract, ZERO, type Fen } from '../../kernel/money.ts';
import { asPrice, asQuantity, lineAmount, type Price, type Quantity } from '../../kernel/quantity.ts';
import { WHOLE, type Rate } from '../../kernel/rate.ts';
import { outsideScope, type PaymentScope } from '../scope/payment-scope.ts';
import type { CatalogueItem, ChargeLevel, Flag } from './catalogue-item.ts';
import type { LevelGroup } from './hospital-level.ts';
import { limitedUseRefusal } from './limited-use.ts';
import { NO_LIMIT, priceLimit } from './price-limit.ts';

/**
 * One fee line 费用明细 as the hospital sends it. A refund line has a positive price, and quantity and amount below zero.
 */
export type FeeLine = {
  readonly cnt: Quantity;
  readonly pric: Price;
  readonly det_item_fee_sumamt: Fen;
  /** 费用发生时间: price limits are dated. Without it they hold. */
  readonly fee_ocur_time?: CivilDateTime;
  /** 医院审批标志: 0 无须审批, 1 审批通过, 2 审批不通过 */
  readonly hosp_appr_flag?: string;
  /** 医疗收费项目类别, used for an item that the catalogue does not have. */
  readonly med_chrgitm_type?: string;
};

/** The four parts of a line: who may bear what. They add up to its amount. */
export type Parts = {
  /** 全自费 */
  readonly fulamt_ownpay_amt: Fen;
  /** 超限价 */
  readonly overlmt_amt: Fen;
  /** 先行自付 */
  readonly preselfpay_amt: Fen;
  /** 符合政策范围 */
  readonly inscp_scp_amt: Fen;
};

/** A fee line after the split 费用分割, named as transaction 2204 answers it. */
export type SplitLine = Parts & {
  /** 定价上限; 999999 = no limit. */
  readonly pric_uplmt_amt: Price;
  /** 自付比例; the whole for a line that is wholly self-paid. */
  readonly selfpay_prop: Rate;
  readonly chrgitm_lv: ChargeLevel;
  readonly med_chrgitm_type: string;
  readonly lmt_used_flag: Flag;
  /** Why the line is wholly self-paid although nobody sent it as such. */
  readonly memo?: string;
};

const UNLISTED = '未在就医地医保目录内，按全自费处理';
const OTHER_FEE = '14';

/**
 * Splits one fee line by the catalogue of the place of treatment 就医地目录, at a hospital of the level group. The scope is
 * that of the disease 门诊慢特病 for which the line is; without one the disease sets no limit.
 */
export const splitLine = (
  line: FeeLine,
  item: CatalogueItem | undefined,
  level: LevelGroup,
  scope?: PaymentScope,
): SplitLine => {
  if (item === undefined) return selfPaid(line, unlisted(line), UNLISTED);
  const refusal = limitedUseRefusal(item, line.hosp_appr_flag);
  if (refusal !== undefined) return selfPaid(line, item, refusal);
  if (item.chrgitm_lv === '03') return selfPaid(line, item, undefined);
  const outside = outsideScope(scope, item.med_list_codg);
  if (outside !== undefined) return selfPaid(line, item, outside);
  return line.det_item_fee_sumamt < 0 ? mirror(listed(twinOf(line), item, level)) : listed(line, item, level);
};

type Kind = Pick<SplitLine, 'chrgitm_lv' | 'med_chrgitm_type' | 'lmt_used_flag'>;

const unlisted = (line: FeeLine): Kind => ({
  chrgitm_lv: '03',
  med_chrgitm_type: line.med_chrgitm_type ?? OTHER_FEE,
  lmt_used_flag: '0',
});

const selfPaid = (line: FeeLine, kind: Kind, memo: string | undefined): SplitLine => ({
  fulamt_ownpay_amt: line.det_item_fee_sumamt,
  overlmt_amt: ZERO,
  preselfpay_amt: ZERO,
  inscp_scp_amt: ZERO,
  pric_uplmt_amt: NO_LIMIT,
  selfpay_prop: WHOLE,
  chrgitm_lv: kind.chrgitm_lv,
  med_chrgitm_type: kind.med_chrgitm_type,
  lmt_used_flag: kind.lmt_used_flag,
  ...(memo === undefined ? {} : { memo }),
});

/** A line of 甲类 or 乙类. The part in scope is the remainder, so the parts meet the amount to the 分. */
const listed = (line: FeeLine, item: CatalogueItem, level: LevelGroup): SplitLine => {
  const limit = priceLimit(item, level, line.fee_ocur_time?.slice(0, 10));
  const excess = asPrice(Math.max(0, line.pric - limit));
  // The amount may differ from quantity × price by 0.01, so the excess is kept within it.
  const overlmt_amt = excess === 0 ? ZERO : least(lineAmount(line.cnt, excess), line.det_item_fee_sumamt);
  const admitted = subtract(line.det_item_fee_sumamt, overlmt_amt);
  const preselfpay_amt = share(admitted, item.selfpay_prop, 'half-up');
  const split: SplitLine = {
    fulamt_ownpay_amt: ZERO,
    overlmt_amt,
    preselfpay_amt,
    inscp_scp_amt: subtract(admitted, preselfpay_amt),
    pric_uplmt_amt: limit,
    selfpay_prop: item.selfpay_prop,
    chrgitm_lv: item.chrgitm_lv,
    med_chrgitm_type: item.med_chrgitm_type,
    lmt_used_flag: item.lmt_used_flag,
  };
  must(amountOf(split) === line.det_item_fee_sumamt, 'the parts of a line add up to its amount');
  return split;
};

/** The line that a refund line takes back. */
const twinOf = (line: FeeLine): FeeLine => ({
  ...line,
  cnt: asQuantity(-line.cnt),
  det_item_fee_sumamt: negate(line.det_item_fee_sumamt),
});

/** A refund line is split as its positive twin and every part negated: line and refund add up to nothing. */
const mirror = (split: SplitLine): SplitLine => ({
  ...split,
  fulamt_ownpay_amt: negate(split.fulamt_ownpay_amt),
  overlmt_amt: negate(split.overlmt_amt),
  preselfpay_amt: negate(split.preselfpay_amt),
  inscp_scp_amt: negate(split.inscp_scp_amt),
});

/** The amount of a split line: its four parts together. */
export const amountOf = (parts: Parts): Fen =>
  add(parts.fulamt_ownpay_amt, parts.overlmt_amt, parts.preselfpay_amt, parts.inscp_scp_amt);
