import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../../src/kernel/civil-time.ts';
import { CELLS, ticketOf, type Cell } from '../../../../src/platform/domain/voucher/onboarding/matrix.ts';
import { MOVES, movesFrom, STAGES } from '../../../../src/platform/domain/voucher/onboarding/moves.ts';
import type { Onboarding, Stage, StepName } from '../../../../src/platform/domain/voucher/onboarding/onboarding.ts';
import { notOnboarded, standingOf, stateOf } from '../../../../src/platform/domain/voucher/onboarding/standing.ts';
import {
  countsAfter,
  placedIn,
  stepTaken,
  type Given,
} from '../../../../src/platform/domain/voucher/onboarding/take-step.ts';

const code = 'H44030099001';
const now = instantOf('2026-09-01 10:00:00');
const passed: Cell[] = CELLS.map((cell) => ({ ...cell, state: 'passed', remark: '', evidence: ['T'] }));
const checklist = { department: '信息科', phone: '0755-0', vendor: '沙箱信息', types: ['1'] } as const;
const given: Given = { checklist, compiledBy: '信息科' };
const outside = standingOf(code, undefined, { voucherOnboarding: 'none' });

let seq = 0;
const take = (before: Onboarding, step: StepName, more: Given = given, cells: readonly Cell[] = passed) =>
  stepTaken(before, step, more, { now, afterSeq: (seq += 1), order: `GD${seq}`, cells });

/** All these steps, each of which must be taken. */
const after = (...steps: readonly StepName[]): Onboarding =>
  steps.reduce<Onboarding>((before, step) => {
    const one = take(before, step);
    if (typeof one === 'string') throw new Error(one);
    return one;
  }, outside);

const FLOW = ['apply', 'forward', 'admit', 'report', 'review', 'confirm', 'order-launch', 'launch', 'verify'] as const;

describe('the way into the centre of vouchers', () => {
  it('leads from 未接入 over 测试 to 正式, by two work orders', () => {
    const end = after(...FLOW);
    expect(end.history.map(({ to }) => stateOf({ ...end, stage: to }))).toEqual([
      'none', 'none', 'test', 'test', 'test', 'test', 'test', 'live', 'live',
    ]); // prettier-ignore
    expect(end.orders).toMatchObject([
      { category: '接入申请', detail: '电子结算凭证', state: 'done' },
      { category: '上线申请', detail: '电子结算凭证', state: 'done' },
    ]);
    expect(end.report).toMatchObject({ compiledBy: '信息科', cells: passed });
    expect(end.launch).toMatchObject({ cells: passed });
  });

  it('has a step on from every stage but the last, and never two by one name', () => {
    for (const stage of Object.keys(STAGES) as Stage[]) {
      const moves = movesFrom(stage);
      expect(new Set(moves.map(({ step }) => step)).size, stage).toBe(moves.length);
      expect(moves.length > 0, stage).toBe(stage !== 'verified');
    }
    expect(MOVES.every(({ from, to }) => from !== to)).toBe(true);
  });

  it('says what can be done instead of a step that cannot', () => {
    expect(take(outside, 'launch')).toBe(
      '现为“未接入”，不能维护正式环境基础信息，上线；可以办理：定点医疗机构提交接入清单（apply）',
    );
    expect(take(after(...FLOW), 'apply')).toContain('流程已办完');
  });

  it('wants the papers: the checklist, who compiled the report, and all twelve lines', () => {
    expect(take(outside, 'apply', {})).toContain('联系部门');
    const testing = after('apply', 'forward', 'admit');
    expect(take(testing, 'report', {})).toContain('编制人');
    const open = passed.map((cell, index) => (index === 2 ? { ...cell, state: 'failed' as const } : cell));
    expect(take(testing, 'report', given, open)).toBe('测试报告 12 项中还有 1 项未通过：实时票据 4905');
    expect(take(after(...FLOW.slice(0, 8)), 'verify', {}, [])).toContain('4901、4902、4905、5501');
    // Any kind of voucher will do after the launch.
    expect(take(after(...FLOW.slice(0, 8)), 'verify', {}, passed.slice(4, 8))).toMatchObject({ stage: 'verified' });
  });

  it('sends back: the order is returned, the stage before it holds', () => {
    const rejected = after('apply', 'forward', 'reject');
    expect(rejected).toMatchObject({ stage: 'none', orders: [{ state: 'returned' }] });
    expect(after('apply', 'forward', 'admit', 'report', 'return').stage).toBe('test');
    expect(after(...FLOW.slice(0, 7), 'reject')).toMatchObject({
      stage: 'confirmed',
      orders: [{ state: 'done' }, { state: 'returned' }],
    });
  });

  it('counts traffic since the test began, and since the launch', () => {
    const live = after(...FLOW.slice(0, 8));
    const seqOf = (step: StepName) => live.history.find((deed) => deed.step === step)?.afterSeq;
    expect(countsAfter(live)).toBe(seqOf('launch'));
    const returned = after('apply', 'forward', 'admit', 'report', 'return');
    expect(countsAfter(returned)).toBe(returned.history[2]?.afterSeq);
    expect(countsAfter(standingOf(code, undefined, { voucherOnboarding: 'test' }))).toBe(0);
    expect(countsAfter(placedIn(live, 'test', { now, afterSeq: 77 }))).toBe(77);
  });

  it('can be left out: a state without papers ends open orders and what was issued', () => {
    const put = placedIn(after(...FLOW.slice(0, 7)), 'none', { now, afterSeq: 1 });
    expect(put).toMatchObject({ stage: 'none', checklist, orders: [{ state: 'done' }, { state: 'returned' }] });
    expect(put.report).toBeUndefined();
  });
});

describe('an upload', () => {
  const by = { role: 'treatment', place: '440300' } as const;

  it('is refused from 未接入 alone, with the next step in the text', () => {
    expect(notOnboarded(outside, by)?.text).toBe(
      `机构 ${code} 没有接入电子结算凭证中心（未接入），不能上传；下一步：定点医疗机构提交接入清单`,
    );
    expect(notOnboarded(after('apply', 'forward'), by)?.text).toContain('省项目组办结接入申请，开通测试');
    expect(notOnboarded(after('apply', 'forward', 'admit'), by)).toBeUndefined();
    expect(notOnboarded(standingOf(code, undefined, { voucherOnboarding: 'live' }), by)).toBeUndefined();
  });

  it('is of one of three kinds; another place of the province is still 实时', () => {
    expect(ticketOf({ certSetlType: '2', insuplcAdmdvs: '610100' }, '440300')).toBe('self-pay');
    expect(ticketOf({ certSetlType: '1', insuplcAdmdvs: '610100' }, '440300')).toBe('cross-province');
    expect(ticketOf({ certSetlType: '1', insuplcAdmdvs: '440100' }, '440304')).toBe('real-time');
    expect(ticketOf({ certSetlType: '1' }, '440300')).toBe('real-time');
  });
});
