import { describe, expect, it } from 'vitest';
import {
  isAdmdvs,
  isPlace,
  namedDivisions,
  placeName,
  placeOf,
  provinceName,
  provinceOf,
  reach,
} from '../../src/kernel/admdvs.ts';

describe('a division code', () => {
  it('is six digits below a province or the 兵团', () => {
    expect(['110000', '440303', '660100'].every(isAdmdvs)).toBe(true);
    expect(['', '44030', '4403030', '44030a', '990000', '000000'].some(isAdmdvs)).toBe(false);
  });

  it('has a province', () => {
    expect(provinceOf('440303')).toBe('440000');
    expect(provinceName('440303')).toBe('广东省');
    expect(provinceName('990000')).toBe('990000');
  });
});

describe('the place 统筹区', () => {
  it('of a district is its city', () => {
    expect(placeOf('440303')).toBe('440300');
    expect(placeName('440303')).toBe('深圳市');
  });

  it('of a district of a municipality is the municipality', () => {
    expect(placeOf('110105')).toBe('110000');
    expect(placeOf('500232')).toBe('500000');
    expect(placeName('310115')).toBe('上海市');
  });

  it('of a division of the 兵团 is the 兵团', () => {
    expect(placeOf('660100')).toBe('660000');
    expect(placeName('660100')).toBe('新疆生产建设兵团');
  });

  it('of 省本级 is itself, apart from every city of the province', () => {
    expect(placeOf('439900')).toBe('439900');
    expect(placeName('439900')).toBe('湖南省本级');
    expect(reach('439900', '430100')).toBe('same-province');
  });

  it('of 市本级 is the city', () => {
    expect(placeOf('430199')).toBe('430100');
    expect(placeName('430199')).toBe('长沙市');
    expect(reach('430199', '430102')).toBe('local');
  });

  it('of a county under the province itself is the county', () => {
    expect(placeOf('429004')).toBe('429004');
    expect(reach('429004', '429005')).toBe('same-province');
  });

  it('that is a province stands for itself', () => {
    expect(placeOf('440000')).toBe('440000');
    expect(placeName('440000')).toBe('广东省');
  });

  it('is told from a province that is divided into places, and from a district', () => {
    for (const place of ['610100', '110000', '439900', '429004']) expect(isPlace(place)).toBe(true);
    for (const other of ['610000', '429000', '610113', '430199', '990100', 'x']) expect(isPlace(other)).toBe(false);
  });

  it('has its province and code for a name where the sandbox knows no other', () => {
    expect(placeName('445281')).toBe('广东省（445200）');
    expect(placeName('990100')).toBe('990100');
  });
});

describe('reach', () => {
  it('is local within a place, and else tells the province apart', () => {
    expect(reach('440303', '440306')).toBe('local');
    expect(reach('440303', '440103')).toBe('same-province');
    expect(reach('440303', '430102')).toBe('cross-province');
    expect(reach('110105', '110108')).toBe('local');
  });

  it('between 兵团 and 自治区 is cross-province: they settle as two provinces', () => {
    expect(reach('650102', '660100')).toBe('cross-province');
  });
});

describe('the named divisions', () => {
  const named = namedDivisions();

  it('are the 31 provinces, the 兵团 and cities, in code order', () => {
    const codes = named.map(({ code }) => code);
    expect(codes.filter((code) => code.endsWith('0000'))).toHaveLength(32);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes.every(isAdmdvs)).toBe(true);
  });

  it('are places with that very name', () => {
    expect(named.filter(({ code, name }) => placeOf(code) !== code || placeName(code) !== name)).toEqual([]);
  });
});
