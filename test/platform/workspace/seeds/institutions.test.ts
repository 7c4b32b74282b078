import { expect, it } from 'vitest';
import { isCivilDate } from '../../../../src/kernel/civil-time.ts';
import { levelGroupOf } from '../../../../src/rules/catalogue/hospital-level.ts';
import { inForce } from '../../../../src/rules/scope/disease-list.ts';
import { diseases } from './disease-seed.ts';
import { institutions, START } from './shipped-seeds.ts';

const one = (fixmedins_code: string) => institutions.find((row) => row.fixmedins_code === fixmedins_code);
const openOn = (fixmedins_code: string, day: string) =>
  one(fixmedins_code)
    ?.openedDiseases.filter((row) => row.begndate <= day && day <= (row.enddate ?? day))
    .map(({ opsp_dise_code }) => opsp_dise_code);

it('has no institution that exists: reserved numbers, 沙箱 in every name', () => {
  for (const { fixmedins_code, fixmedins_name, uscc, admdvs } of institutions) {
    expect(fixmedins_code).toMatch(/^[HP]\d{6}99\d{3}$/);
    expect(fixmedins_code.slice(1, 7)).toBe(admdvs);
    expect(fixmedins_name).toContain('沙箱');
    expect(uscc).toMatch(new RegExp(`^12${admdvs.slice(0, 2)}9900[0-9A-Z]{10}$`));
  }
  expect(new Set(institutions.map(({ uscc }) => uscc)).size).toBe(institutions.length);
});

it('has every 医院等级 in the dictionary', () => {
  expect(institutions.map(({ hosp_lv }) => levelGroupOf(hosp_lv))).not.toContain(undefined);
  expect(new Set(institutions.map(({ hosp_lv }) => levelGroupOf(hosp_lv)))).toEqual(new Set(['三级', '二级', '基层']));
});

it('has in 深圳 one institution of each 异地标志, and others in 杭州, 成都 and 北京', () => {
  const inShenzhen = institutions.filter(({ admdvs }) => admdvs === '440300').map(({ outOfArea }) => outOfArea);
  expect(new Set(inShenzhen)).toEqual(new Set(['national', 'province', 'none']));
  const national = institutions.filter(({ outOfArea }) => outOfArea === 'national').map(({ admdvs }) => admdvs);
  expect(national).toEqual(expect.arrayContaining(['330100', '510100', '110000']));
});

it('checks the visitor only at some: an identity card works there and nowhere else', () => {
  expect(one('H44030099001')?.real_name).toBe(true);
  expect(one('H44030099002')?.real_name).toBe(false);
});

it('has all diseases of the cross-province list open at the first hospital of 深圳', () => {
  const listed = diseases.crossProvince.filter((row) => inForce(row, START)).map(({ code }) => code);
  expect(openOn('H44030099001', START)?.toSorted()).toEqual(listed.toSorted());
});

it('has a disease that was opened and closed again', () => {
  expect(one('H44030099004')?.openedDiseases.map(({ opsp_dise_code }) => opsp_dise_code)).toEqual(['M07801', 'M03900']);
  expect(openOn('H44030099004', START)).toEqual(['M07801']);
});

it('opens diseases of the list only, on real days', () => {
  const listed = new Set(diseases.crossProvince.map(({ code }) => code));
  for (const { opsp_dise_code, begndate } of institutions.flatMap(({ openedDiseases }) => openedDiseases)) {
    expect(listed).toContain(opsp_dise_code);
    expect(begndate).toSatisfy(isCivilDate);
  }
});
