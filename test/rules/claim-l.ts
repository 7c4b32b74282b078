import { lineAmount, asPrice, asQuantity } from '../../src/kernel/quantity.ts';
import { asRate } from '../../src/kernel/rate.ts';
import type { CatalogueItem, ChargeLevel } from '../../src/rules/catalogue/catalogue-item.ts';
import { splitLine, type FeeLine } from '../../src/rules/catalogue/split-line.ts';
import { totalLines } from '../../src/rules/catalogue/total-lines.ts';

/** Quantity and price in 元, as a hospital would print them: `line(4, 42.15)`. */
export const line = (cnt: number, pric: number, more: Partial<FeeLine> = {}): FeeLine => {
  const quantity = asQuantity(Math.round(cnt * 10_000));
  const price = asPrice(Math.round(pric * 1_000_000));
  return { cnt: quantity, pric: price, det_item_fee_sumamt: lineAmount(quantity, price), ...more };
};

/** A catalogue item: class, 医疗收费项目类别, 先自付 in percent, limit at 三级 in 元. */
export const item = (
  name: string,
  chrgitm_lv: ChargeLevel,
  med_chrgitm_type: string,
  percent = 0,
  limit?: number,
): CatalogueItem => ({
  med_list_codg: name,
  name,
  list_type: '101',
  chrgitm_lv,
  med_chrgitm_type,
  selfpay_prop: asRate(percent * 100),
  ...(limit === undefined ? {} : { limits: { 三级: asPrice(limit * 1_000_000) } }),
  lmt_used_flag: '0',
  bas_medn_flag: '0',
  hi_nego_drug_flag: '0',
  chld_medc_flag: '0',
});

/** The claim of the worked examples: seven lines, 499.50 元, something in every part. */
export const CLAIM_L: readonly (readonly [FeeLine, CatalogueItem])[] = [
  [line(2, 3.2), item('氨氯地平', '01', '09')],
  [line(4, 42.15), item('沙库巴曲缬沙坦', '02', '09', 10)],
  [line(1, 160), item('动态血压监测', '02', '03', 5)],
  [line(1, 36.5), item('一次性材料', '02', '08', 15, 30)],
  [line(1, 60), item('急诊观察床位费', '01', '01', 0, 22)],
  [line(1, 10), item('诊查费', '01', '02')],
  [line(1, 58), item('血糖试纸', '03', '08')],
];

export const splitsOfClaimL = () => CLAIM_L.map(([fee, entry]) => splitLine(fee, entry, '三级'));

/** 58.00 全自费, 44.50 超限价, 29.36 先自付, 367.64 in scope. */
export const claimL = totalLines(splitsOfClaimL()).claim;
