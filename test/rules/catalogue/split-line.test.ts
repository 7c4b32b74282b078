import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asFen, negate, yuan } from '../../../src/kernel/money.ts';
import { asPrice, asQuantity, lineAmount } from '../../../src/kernel/quantity.ts';
import { WHOLE } from '../../../src/kernel/rate.ts';
import { NO_LIMIT } from '../../../src/rules/catalogue/price-limit.ts';
import { amountOf, splitLine, type FeeLine } from '../../../src/rules/catalogue/split-line.ts';
import { item, line, splitsOfClaimL } from '../claim-l.ts';

const parts = (split: ReturnType<typeof splitLine>) =>
  [split.fulamt_ownpay_amt, split.overlmt_amt, split.preselfpay_amt, split.inscp_scp_amt].map(yuan);

it('splits claim L line by line', () => {
  expect(splitsOfClaimL().map(parts)).toEqual([
    ['0.00', '0.00', '0.00', '6.40'], // 甲 2 × 3.20
    ['0.00', '0.00', '16.86', '151.74'], // 乙 10 % of 168.60
    ['0.00', '0.00', '8.00', '152.00'], // 乙 5 % of 160.00
    ['0.00', '6.50', '4.50', '25.50'], // limit 30: 6.50 over, 15 % of 30.00
    ['0.00', '38.00', '0.00', '22.00'], // limit 22
    ['0.00', '0.00', '0.00', '10.00'],
    ['58.00', '0.00', '0.00', '0.00'], // 丙
  ]);
});

it('prints 999999 where the item has no limit at that level', () => {
  const bed = item('床位费', '01', '01', 0, 22);
  expect(splitLine(line(1, 60), bed, '三级').pric_uplmt_amt).toBe(asPrice(22_000_000));
  expect(splitLine(line(1, 60), bed, '二级')).toMatchObject({ pric_uplmt_amt: NO_LIMIT, overlmt_amt: asFen(0) });
  expect(NO_LIMIT).toBe(asPrice(999_999 * 1_000_000));
});

it('holds a limit from its first to its last day, and where no day is known', () => {
  const bed = { ...item('床位费', '01', '01', 0, 22), limit_begndate: '2025-01-01', limit_enddate: '2026-06-30' };
  const over = (day?: string) =>
    splitLine(line(1, 60, day === undefined ? {} : { fee_ocur_time: `${day} 23:00:00` }), bed, '三级').overlmt_amt;
  expect(['2024-12-31', '2025-01-01', '2026-06-30', '2026-07-01', undefined].map(over)).toEqual([
    0, 3800, 3800, 0, 3800,
  ]);
});

it('makes a line wholly self-paid when the catalogue does not have it', () => {
  expect(splitLine(line(2, 5, { med_chrgitm_type: '09' }), undefined, '三级')).toMatchObject({
    fulamt_ownpay_amt: asFen(1000),
    inscp_scp_amt: asFen(0),
    chrgitm_lv: '03',
    med_chrgitm_type: '09',
    selfpay_prop: WHOLE,
    memo: '未在就医地医保目录内，按全自费处理',
  });
});

it.each([
  { limited: '1', approval: '0', reimbursed: false },
  { limited: '1', approval: '2', reimbursed: false },
  { limited: '1', approval: undefined, reimbursed: false },
  { limited: '1', approval: '1', reimbursed: true },
  { limited: '0', approval: '2', reimbursed: false },
  { limited: '0', approval: '0', reimbursed: true },
  { limited: '0', approval: '1', reimbursed: true },
  { limited: '0', approval: undefined, reimbursed: true },
] as const)('限制用药 $limited with 审批 $approval → reimbursed $reimbursed', ({ limited, approval, reimbursed }) => {
  const drug = { ...item('限制药', '02', '09', 10), lmt_used_flag: limited };
  const fee = line(1, 100, approval === undefined ? {} : { hosp_appr_flag: approval });
  const split = splitLine(fee, drug, '三级');
  expect(parts(split)).toEqual(reimbursed ? ['0.00', '0.00', '10.00', '90.00'] : ['100.00', '0.00', '0.00', '0.00']);
  expect(split.memo === undefined).toBe(reimbursed);
  expect(split.lmt_used_flag).toBe(limited);
});

it('splits a refund line as the mirror of the line it takes back', () => {
  const material = item('一次性材料', '02', '08', 15, 30);
  const split = splitLine(line(3, 36.55), material, '三级');
  const refund = splitLine(line(-3, 36.55), material, '三级');
  expect(refund).toEqual({
    ...split,
    fulamt_ownpay_amt: asFen(0),
    overlmt_amt: negate(split.overlmt_amt),
    preselfpay_amt: negate(split.preselfpay_amt),
    inscp_scp_amt: negate(split.inscp_scp_amt),
  });
});

it('rounds 先自付 half up and leaves the rest in scope', () => {
  // 0.10 × 5 % = 0.005 → 0.01
  expect(parts(splitLine(line(1, 0.1), item('药', '02', '09', 5), '三级'))).toEqual(['0.00', '0.00', '0.01', '0.09']);
});

it('keeps the excess within an amount that is a 分 short of quantity × price', () => {
  const free = item('限价为零', '01', '09', 0, 0);
  const fee: FeeLine = { ...line(1, 10), det_item_fee_sumamt: asFen(999) };
  expect(parts(splitLine(fee, free, '三级'))).toEqual(['0.00', '9.99', '0.00', '0.00']);
});

const anyLine = fc
  .record({
    cnt: fc.integer({ min: 1, max: 1_000_000 }),
    pric: fc.integer({ min: 0, max: 10_000_000_000 }),
    slip: fc.integer({ min: -1, max: 1 }),
  })
  .map(({ cnt, pric, slip }): FeeLine => {
    const amount = lineAmount(asQuantity(cnt), asPrice(pric));
    return { cnt: asQuantity(cnt), pric: asPrice(pric), det_item_fee_sumamt: asFen(Math.max(0, amount + slip)) };
  });
const anyItem = fc
  .tuple(fc.constantFrom('01', '02', '03'), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 9999 }))
  .map(([lv, percent, limit]) => item('任意', lv, '09', percent, limit));

it('never loses a 分 and never makes a part negative', () => {
  fc.assert(
    fc.property(anyLine, anyItem, (fee, entry) => {
      const split = splitLine(fee, entry, '三级');
      expect(amountOf(split)).toBe(fee.det_item_fee_sumamt);
      const smallest = Math.min(split.fulamt_ownpay_amt, split.overlmt_amt, split.preselfpay_amt, split.inscp_scp_amt);
      expect(smallest).toBeGreaterThanOrEqual(0);
    }),
  );
});
