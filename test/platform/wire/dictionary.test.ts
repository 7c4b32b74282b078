import { describe, expect, it } from 'vitest';
import { must } from '../../../src/kernel/assert.ts';
import {
  accepts,
  codeList,
  codeLists,
  labelOf,
  nationalCode,
  parentOf,
} from '../../../src/platform/wire/dictionary.ts';

const list = (name: string) => {
  const found = codeList(name);
  must(found, `no list ${name}`);
  return found;
};

describe('the code lists', () => {
  it('are the 303 of the interface document, and one whose values it prints beside the field', () => {
    expect(codeLists()).toHaveLength(303 + 1);
    expect([...(codeList('reim_flag#2')?.codes ?? [])].flat().join('')).toBe('0未报销1已报销2申请中'); // 5501
    expect(codeLists().every(({ name, codes }) => name !== '' && codes.size > 0)).toBe(true);
  });

  it('are found by the name of a field, in either spelling', () => {
    expect(codeList('med_type')?.codes.get('14')).toBe('门诊慢特病');
    expect(codeList('medType')).toBe(codeList('med_type'));
    expect(codeList('caty')).toBeUndefined(); // named in the tables, printed nowhere: free text
  });

  it('keep the lists of another chapter apart', () => {
    expect(codeList('clr_type')?.codes.get('11')).toBe('门诊');
    expect(codeList('clr_type#2')?.codes.get('310112')).toBe('职工跨省门诊');
    expect(codeList('clr_type#2')?.codes.get('390412')).toBe('居民跨省药店购药');
  });

  it('hold what only real clients send as an extension of its own', () => {
    expect(codeList('opter_type')?.codes.has('2')).toBe(false);
    expect(codeList('opter_type')?.clients.get('2')).toBe('自助终端');
    expect(accepts(list('opter_type'), '3')).toBe(true);
    expect(accepts(list('opter_type'), '4')).toBe(false);
    expect(accepts(list('mdtrt_cert_type'), '99')).toBe(true);
  });
});

describe('the two-level rule', () => {
  it('accepts a local child of a national value', () => {
    expect(accepts(list('med_type'), '140104')).toBe(true);
    expect(accepts(list('psn_type'), '1101')).toBe(true);
    expect(accepts(list('fund_pay_type'), '310201')).toBe(true);
  });

  it('refuses what belongs to no national value', () => {
    expect(accepts(list('med_type'), '88')).toBe(false);
    expect(accepts(list('med_type'), '8801')).toBe(false);
    expect(accepts(list('med_type'), '11x')).toBe(false);
    expect(accepts(list('fund_pay_type'), '310900')).toBe(false);
  });

  it('knows no children of flags', () => {
    expect(accepts(list('vali_flag'), '1')).toBe(true);
    expect(accepts(list('vali_flag'), '10')).toBe(false);
  });

  it('names the nearest parent', () => {
    expect(parentOf(list('psn_type'), '1101')).toBe('11');
    expect(parentOf(list('fund_pay_type'), '310101')).toBe('310100');
    expect(parentOf(list('fund_pay_type'), '99999707')).toBe('999997');
    expect(parentOf(list('fund_pay_type'), '310100')).toBeUndefined();
    expect(parentOf(list('psn_type'), '11')).toBeUndefined();
  });

  it('maps every code to the national value that amounts are kept under', () => {
    expect(nationalCode(list('med_type'), '140104')).toBe('14');
    expect(nationalCode(list('med_type'), '2101')).toBe('21');
    expect(nationalCode(list('fund_pay_type'), '310101')).toBe('310100');
    expect(nationalCode(list('insutype'), '310')).toBe('310');
  });

  it('labels a child by its own name or by its parent', () => {
    expect(labelOf(list('med_type'), '1301')).toBe('急诊抢救');
    expect(labelOf(list('med_type'), '140104')).toBe('门诊慢特病');
    expect(labelOf(list('med_type'), '88')).toBeUndefined();
  });
});
