import { describe, expect, it } from 'vitest';
import type { Call } from '../../../src/kernel/fault/call.ts';
import type { When } from '../../../src/kernel/fault/fault.ts';
import { mismatch } from '../../../src/kernel/fault/mismatch.ts';
import { asFen } from '../../../src/kernel/money.ts';
import { callOf } from './rows.ts';

const CALL: Partial<Call> = {
  fixmedins_code: 'H44030099001',
  psn_no: 'P1',
  psn_name: '秦双慢',
  mdtrtarea: '440300',
  insuplc: '610100',
  amount: asFen(12_381),
  state: 'charged',
  field: (path) => (path === 'data.med_type' ? '14' : undefined),
};

describe('what a fault is for', () => {
  it.each<[string, When]>([
    ['everything', {}],
    ['a door', { door: 'hospital' }],
    ['one of some transactions', { infno: ['1107', '2207'] }],
    ['an institution', { fixmedins_code: 'H44030099001' }],
    ['a person', { psn_no: 'P1' }],
    ['the end of a name', { psn_name: '慢' }],
    ['a pair of places', { mdtrtarea: '440300', insuplc: '610100' }],
    ['a range, its bounds in it', { amount: { gte: asFen(12_381), lte: asFen(12_381) } }],
    ['the end of an amount', { amount: { ending: '81' } }],
    ['a field', { field: { path: 'data.med_type', equals: '14' } }],
    ['a state', { state: 'charged' }],
  ])('is met: %s', (_name, when) => expect(mismatch(when, callOf(CALL))).toBeUndefined());

  it.each<[When, string]>([
    [{ door: 'national' }, '入口 door 应为 national，这次是 hospital'],
    [{ infno: ['1107', '2208'] }, '交易 infno 应为 1107、2208，这次是 2207'],
    [{ fixmedins_code: 'H1' }, '机构 fixmedins_code 应为 H1，这次是 H44030099001'],
    [{ psn_no: 'P2' }, '人员 psn_no 应为 P2，这次是 P1'],
    [{ psn_name: '冲' }, '姓名 psn_name 的结尾 应为 冲，这次是 秦双慢'],
    [{ mdtrtarea: '310000' }, '就医地 mdtrtarea 应为 310000，这次是 440300'],
    [{ insuplc: '320100' }, '参保地 insuplc 应为 320100，这次是 610100'],
    [{ amount: { gte: asFen(12_382) } }, '总额 123.81 小于 123.82'],
    [{ amount: { lte: asFen(12_380) } }, '总额 123.81 大于 123.80'],
    [{ amount: { ending: '82' } }, '总额 123.81 的末位不是 82'],
    [{ field: { path: 'data.med_type', equals: '11' } }, '字段 data.med_type 应为 11，这次是 14'],
    [{ field: { path: 'data.none', equals: '11' } }, '字段 data.none 应为 11，这次是 （没有）'],
    [{ state: 'settled' }, '就诊状态 state 应为 settled，这次是 charged'],
  ])('is missed by %j, and says why', (when, why) => expect(mismatch(when, callOf(CALL))).toBe(why));

  it('is missed by a call that says nothing of it', () => {
    expect(mismatch({ psn_no: 'P1' }, callOf())).toBe('人员 psn_no 应为 P1，这次是 （没有）');
    expect(mismatch({ psn_name: '慢' }, callOf())).toBe('姓名 psn_name 的结尾 应为 慢，这次是 （没有）');
    expect(mismatch({ amount: { lte: asFen(1) } }, callOf())).toBe('这次没有医疗费总额 medfee_sumamt');
  });

  it('must hold in everything that is given; the first that does not is told', () => {
    const when = { infno: ['2207'], psn_no: 'P2', state: 'settled' };
    expect(mismatch(when, callOf(CALL))).toBe('人员 psn_no 应为 P2，这次是 P1');
  });

  it('takes the digits of small amounts as they are printed', () => {
    const ends = (fen: number, ending: string) =>
      mismatch({ amount: { ending } }, callOf({ amount: asFen(fen) })) === undefined;
    expect([ends(5, '05'), ends(5, '005'), ends(0, '00'), ends(100, '00'), ends(81, '81')]).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
  });
});
