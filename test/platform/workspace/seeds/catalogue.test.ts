import { expect, it } from 'vitest';
import { placeOf } from '../../../../src/kernel/admdvs.ts';
import { must } from '../../../../src/kernel/assert.ts';
import { percent } from '../../../../src/kernel/rate.ts';
import type { CatalogueItem } from '../../../../src/rules/catalogue/catalogue-item.ts';
import { feeGroupOf } from '../../../../src/rules/catalogue/fee-group.ts';
import { splitLine, type FeeLine } from '../../../../src/rules/catalogue/split-line.ts';
import { totalLines } from '../../../../src/rules/catalogue/total-lines.ts';
import { CLAIM_L, claimL, line } from '../../../rules/claim-l.ts';
import { allOf, institutions } from './shipped-seeds.ts';

const itemsAt = (place: string): CatalogueItem[] =>
  allOf('item.put')
    .filter((write) => write.place === place)
    .map(({ item }) => item);

const shenzhen = itemsAt('440300');

const named = (name: string, place = '440300'): CatalogueItem => {
  const item = itemsAt(place).find((row) => row.name === name);
  must(item !== undefined, `${name} is in the catalogue of ${place}`);
  return item;
};

it('gives every place with institutions the same items, sixty and more', () => {
  const places = [...new Set(allOf('item.put').map(({ place }) => place))];
  expect(new Set(places)).toEqual(new Set(institutions.map(({ admdvs }) => placeOf(admdvs))));
  expect(shenzhen.length).toBeGreaterThanOrEqual(60);
  const codes = shenzhen.map(({ med_list_codg }) => med_list_codg);
  expect(new Set(codes).size).toBe(codes.length);
  for (const place of places) expect(itemsAt(place).map(({ med_list_codg }) => med_list_codg)).toEqual(codes);
});

it('has codes of the documented forms', () => {
  const FORMS: Readonly<Record<string, RegExp>> = { 101: /^[XZ][0-9A-Z]{22}$/, 201: /^\d{15}$/, 301: /^C\d{19}$/ };
  for (const { med_list_codg, list_type } of shenzhen) expect(med_list_codg).toMatch(FORMS[list_type] ?? /never/);
});

it('has 先自付 for 乙类 only', () => {
  for (const { chrgitm_lv, selfpay_prop } of shenzhen) {
    if (chrgitm_lv === '01') expect(selfpay_prop).toBe(0);
    if (chrgitm_lv === '02') expect(selfpay_prop).toBeGreaterThan(0);
    if (chrgitm_lv === '03') expect(selfpay_prop).toBe(10_000);
  }
});

it('has for each fee group of the acceptance script an item of 乙类, and a bed with a limit', () => {
  const groups = shenzhen
    .filter(({ chrgitm_lv }) => chrgitm_lv === '02')
    .map(({ med_chrgitm_type }) => feeGroupOf(med_chrgitm_type));
  expect(new Set(groups)).toEqual(new Set(['drug', 'service', 'material']));
  const beds = shenzhen.filter(({ med_chrgitm_type }) => feeGroupOf(med_chrgitm_type) === 'bed');
  expect(beds.every(({ limits }) => limits !== undefined)).toBe(true);
});

it('splits the worked claim as its example does', () => {
  const ITEMS = [
    '氨氯地平片',
    '沙库巴曲缬沙坦钠片',
    '动态血压监测',
    '一次性使用血压袖带',
    '急诊观察床位费',
    '普通门诊诊查费',
    '血糖试纸',
  ];
  const splits = CLAIM_L.map(([fee], index) => splitLine(fee, named(ITEMS[index] ?? ''), '三级'));
  expect(totalLines(splits).claim).toEqual(claimL);
});

it('limits 急诊观察床位 by the level of the hospital', () => {
  const night: FeeLine = line(1, 60);
  const over = (['三级', '二级', '一级', '基层'] as const).map(
    (level) => splitLine(night, named('急诊观察床位费'), level).overlmt_amt,
  );
  expect(over).toEqual([3800, 4200, 4800, 5000]);
});

it('has 限制用药, in scope only with the approval of the hospital', () => {
  const semaglutide = named('司美格鲁肽注射液');
  expect(splitLine(line(1, 480), semaglutide, '三级').fulamt_ownpay_amt).toBe(48_000);
  expect(splitLine(line(1, 480, { hosp_appr_flag: '1' }), semaglutide, '三级').preselfpay_amt).toBe(9600);
});

it('lets places decide otherwise', () => {
  const ratio = (place: string) => percent(named('沙库巴曲缬沙坦钠片', place).selfpay_prop);
  expect(['440300', '610100', '510100'].map(ratio)).toEqual(['10%', '4%', '0%']);
  expect(named('血糖试纸', '440300').chrgitm_lv).toBe('03');
  expect(named('血糖试纸', '110000')).toMatchObject({ chrgitm_lv: '02', selfpay_prop: 2000 });
  expect(named('急诊观察床位费', '110000')).toMatchObject({
    limits: { 三级: 40_000_000, 基层: 24_000_000 },
    limit_begndate: '2025-01-01',
  });
});
