import { describe, expect, it } from 'vitest';
import { must } from '../../../../src/kernel/assert.ts';
import { parseScaled } from '../../../../src/kernel/decimal.ts';
import { asFen, yuan } from '../../../../src/kernel/money.ts';
import { asPrice, asQuantity } from '../../../../src/kernel/quantity.ts';
import { demoClaims, type DemoClaim, type DemoLine } from '../../../../src/platform/workspace/seeds/demo-claims.ts';
import { seedItems } from '../../../../src/platform/workspace/imports/seed-items.ts';
import { splitLine, type SplitLine } from '../../../../src/rules/catalogue/split-line.ts';
import { totalLines } from '../../../../src/rules/catalogue/total-lines.ts';
import { personaOf } from './shipped-seeds.ts';

const claims = demoClaims();
const items = new Map(seedItems('440300').map((item) => [item.med_list_codg, item]));

const units = (text: string, scale: number): number => {
  const value = parseScaled(text, scale);
  must(value !== undefined, `${text} is a number`);
  return value;
};

const split = ({ med_list_codg, cnt, pric, det_item_fee_sumamt }: DemoLine): SplitLine => {
  const item = items.get(med_list_codg);
  must(item !== undefined, `${med_list_codg} is in the catalogue`);
  const amount = asFen(units(det_item_fee_sumamt, 2));
  const line = { cnt: asQuantity(units(cnt, 4)), pric: asPrice(units(pric, 6)), det_item_fee_sumamt: amount };
  return splitLine(line, item, '三级');
};

/** Total; then 甲类合计, 先自付 of 药品, 诊疗 and 材料, 超限价, 床位超限价, 全自费: the seven of row 17, in 元. */
const figures = (claim: DemoClaim): string[] => {
  const { claim: sums, classed } = totalLines(claim.lines.map(split));
  const { drug, service, material } = classed.preselfpay;
  return [
    sums.medfee_sumamt,
    classed.classAInScope,
    drug,
    service,
    material,
    sums.overlmt_selfpay,
    classed.bedOverLimit,
    sums.fulamt_ownpay_amt,
  ].map(yuan);
};

/** Disease, total, and the seven, as the catalogue of 深圳 makes them of the prices at a 三级 hospital. */
const FIGURES = [
  ['M03900', '499.50', '38.40', '16.86', '8.00', '4.50', '44.50', '38.00', '58.00'],
  ['M01600', '473.80', '107.20', '12.84', '6.00', '4.20', '22.20', '18.00', '68.00'],
  ['M00500', '1354.00', '83.00', '64.80', '40.00', '18.00', '88.00', '38.00', '45.00'],
  ['M07801', '2641.80', '118.80', '39.00', '63.00', '102.60', '144.00', '39.00', '45.00'],
  ['M08300', '1381.80', '33.20', '48.50', '15.00', '0.50', '28.60', '28.00', '45.00'],
  ['M05300', '803.60', '83.60', '13.50', '33.00', '2.50', '50.00', '46.00', '45.00'],
  ['M06900', '1818.60', '90.00', '319.60', '3.00', '0.60', '19.60', '18.00', '45.00'],
  ['M04600', '743.60', '47.60', '18.60', '30.00', '1.20', '53.00', '38.00', '45.00'],
  ['M00200', '533.20', '64.60', '7.20', '12.50', '1.00', '19.60', '18.00', '45.00'],
  ['M07200', '1640.00', '65.00', '228.80', '27.50', '3.20', '24.00', '18.00', '45.00'],
] as const;

describe('the demo claims', () => {
  it.each(FIGURES)('%s has all seven amounts of row 17', (code, ...expected) => {
    const claim = claims.find(({ dise_codg }) => dise_codg === code);
    must(claim, `a claim for ${code}`);
    expect(figures(claim)).toEqual(expected);
  });

  it('are there once for each of the ten diseases', () => {
    expect(claims.map(({ dise_codg }) => dise_codg)).toEqual(FIGURES.map(([code]) => code));
  });

  it('none of the seven is nothing, and more is above its limit than the bed', () => {
    for (const claim of claims) {
      const [, ...seven] = figures(claim);
      expect(seven).not.toContain('0.00');
      expect(Number(seven[4])).toBeGreaterThan(Number(seven[5]));
    }
  });

  it.each(claims.map((claim) => [claim.persona, claim] as const))('%s has the disease of the claim', (id, claim) => {
    const held = personaOf(id).qualifications.map(({ opsp_dise_code, opsp_dise_name }) => [
      opsp_dise_code,
      opsp_dise_name,
    ]);
    expect(held).toContainEqual([claim.dise_codg, claim.dise_name]);
  });
});
