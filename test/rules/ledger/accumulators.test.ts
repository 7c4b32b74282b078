import { expect, it } from 'vitest';
import { asFen } from '../../../src/kernel/money.ts';
import { accumulatorKey, cumTypeCode, usedOf } from '../../../src/rules/ledger/accumulator.ts';
import { cumTypeName } from '../../../src/rules/ledger/cum-type-name.ts';
import { applyDeltas, moving, negateDeltas, type Delta } from '../../../src/rules/ledger/delta.ts';
import { periodOf } from '../../../src/rules/ledger/period.ts';

it.each([
  [cumTypeCode('Q', '0000', '14'), 'Q0000_14', '门诊慢特病 起付线支付'],
  [cumTypeCode('Q', 'B', '14'), 'Q000B_14', '门诊慢特病 B类 起付线支付'],
  [cumTypeCode('Q', '0000', '21'), 'Q0000_21', '住院 起付线支付'],
  [cumTypeCode('S', '0000', '11'), 'S0000_11', '普通门诊 政策范围内费用'],
  [cumTypeCode('F', '0000', '14'), 'F0000_14', '门诊慢特病 医疗费总额'],
  [cumTypeCode('D', '310101', '14'), 'D310101_14', '门诊慢特病 职工统筹基金 基金支付'],
  [cumTypeCode('D', 'M03900', '14'), 'DM03900_14', '门诊慢特病 病种M03900 基金支付'],
  [cumTypeCode('D', '310101'), 'D310101', '职工统筹基金 基金支付'],
  [cumTypeCode('TS', '390201'), 'TS390201', '居民大病保险 合规自付基数'],
  [cumTypeCode('D', 'M083', '14'), 'DM083_14', '门诊慢特病 M083类 基金支付'],
])('writes %s within ten characters and can name it', (code, expected, name) => {
  expect(code).toBe(expected);
  expect(code.length).toBeLessThanOrEqual(10);
  expect(cumTypeName(code)).toBe(name);
});

it('refuses to write a code that the interface cannot carry', () => {
  expect(() => cumTypeCode('TS', '310101', '14')).toThrow('TS310101_14');
});

it('has no name for a code of another form', () => {
  expect(cumTypeName('C0000_BIZ14')).toBeUndefined();
});

it('lets the day of settlement pick year and month', () => {
  expect(periodOf('year', { settlement: '2027-01-04' })).toBe('2027');
  expect(periodOf('month', { settlement: '2027-01-04' })).toBe('202701');
});

const december: Delta[] = [
  { cum_type_code: 'Q0000_14', period: '2026', amount: asFen(10_000) },
  { cum_type_code: 'DM01600_14', period: '202612', amount: asFen(2_500) },
];

it('takes back exactly what a settlement moved, in its own year, whenever the refund comes', () => {
  const before = { 'Q0000_14@2026': asFen(5_000), 'Q0000_14@2027': asFen(70_000) };
  const after = applyDeltas(before, december);
  expect(after).toEqual({ ...before, 'Q0000_14@2026': asFen(15_000), 'DM01600_14@202612': asFen(2_500) });
  const restored = applyDeltas(after, negateDeltas(december));
  expect(restored).toEqual({ ...before, 'DM01600_14@202612': asFen(0) });
});

it('reads what was never used as nothing', () => {
  const [delta] = december;
  expect(delta && usedOf({}, delta)).toBe(asFen(0));
  expect(delta && accumulatorKey(delta)).toBe('Q0000_14@2026');
});

it('drops deltas that move nothing', () => {
  expect(moving([{ cum_type_code: 'Q0000_14', period: '2026', amount: asFen(0) }, ...december])).toEqual(december);
});
