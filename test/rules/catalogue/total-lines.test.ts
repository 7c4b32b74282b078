import { expect, it } from 'vitest';
import { asFen } from '../../../src/kernel/money.ts';
import { feeGroupOf } from '../../../src/rules/catalogue/fee-group.ts';
import { levelGroupOf } from '../../../src/rules/catalogue/hospital-level.ts';
import { splitLine } from '../../../src/rules/catalogue/split-line.ts';
import { totalLines } from '../../../src/rules/catalogue/total-lines.ts';
import { CLAIM_L, line, splitsOfClaimL } from '../claim-l.ts';

it('adds claim L up to its five amounts', () => {
  expect(totalLines(splitsOfClaimL()).claim).toEqual({
    medfee_sumamt: asFen(49_950),
    fulamt_ownpay_amt: asFen(5_800),
    overlmt_selfpay: asFen(4_450),
    preselfpay_amt: asFen(2_936),
    inscp_scp_amt: asFen(36_764),
  });
});

it('gives every classed sum of the acceptance script a value', () => {
  expect(totalLines(splitsOfClaimL()).classed).toEqual({
    classAInScope: asFen(640 + 2_200 + 1_000),
    preselfpay: { drug: asFen(1_686), service: asFen(800), material: asFen(450), bed: asFen(0) },
    bedOverLimit: asFen(3_800),
  });
});

it('takes refund lines off again', () => {
  const refunds = CLAIM_L.map(([fee, entry]) =>
    splitLine(line(-fee.cnt / 10_000, fee.pric / 1_000_000), entry, '三级'),
  );
  const { claim, classed } = totalLines([...splitsOfClaimL(), ...refunds]);
  expect([...Object.values(claim), classed.classAInScope, classed.bedOverLimit]).toEqual(Array(7).fill(0));
});

it('is nothing without lines', () => {
  expect(Object.values(totalLines([]).claim)).toEqual([0, 0, 0, 0, 0]);
});

it.each([
  ['09', 'drug'],
  ['10', 'drug'],
  ['11', 'drug'],
  ['08', 'material'],
  ['0801', 'material'],
  ['01', 'bed'],
  ['02', 'service'],
  ['12', 'service'],
  ['1402', 'service'],
])('puts 收费项目类别 %s into the group %s', (med_chrgitm_type, group) => {
  expect(feeGroupOf(med_chrgitm_type)).toBe(group);
});

it.each([
  ['01', '三级'],
  ['2', '三级'],
  ['12', '三级'],
  ['05', '二级'],
  ['13', '二级'],
  ['10', '一级'],
  ['14', '一级'],
  ['11', '基层'],
  ['15', undefined],
])('reads hosp_lv %s as %s', (hosp_lv, group) => {
  expect(levelGroupOf(hosp_lv)).toBe(group);
});
