import { describe, expect, it } from 'vitest';
import { nothingExpected } from '../../../../src/platform/features/acceptance/checks/finding.ts';
import { notExplainable, RESIDENTS } from '../../../../src/platform/features/acceptance/explanations.ts';
import type { Result } from '../../../../src/platform/features/acceptance/result.ts';
import { resultsOf } from '../../../../src/platform/features/acceptance/results.ts';
import type { Side } from '../../../../src/platform/features/acceptance/side.ts';
import { groundsOf, openTape, RETIREE, trafficOf, WORKER, type Tape } from '../../../support/acceptance-tape.ts';

const DISEASE = 'M05300';

type Judged = {
  readonly explained?: Readonly<Record<string, string>>;
  readonly rehearsal?: Tape;
  readonly side?: Side;
};

/** What counts on the tape, in a workspace where nothing else came. */
const judged = (tape: Tape, { explained = {}, rehearsal = openTape(), side = 'treatment' }: Judged = {}) => {
  const clean = { exchanges: tape.exchanges.filter(({ violations }) => violations.length === 0) };
  const traffic = { counting: trafficOf(clean), rehearsal: trafficOf(rehearsal), own: trafficOf(tape) };
  const defects: unknown[] = [];
  const results = resultsOf(traffic, groundsOf({ side }), new Map(Object.entries(explained)), (one) =>
    defects.push(one),
  );
  expect(defects).toEqual([]);
  return (id: string): Result => {
    const found = results.find(({ requirement }) => requirement.id === id);
    if (!found) throw new Error(`no requirement ${id}`);
    return found;
  };
};

const settledTwice = (): Tape => {
  const tape = openTape();
  tape.settle(WORKER, DISEASE);
  tape.settle(WORKER, DISEASE);
  return tape;
};

describe('a requirement', () => {
  it('waits before anything came, and while not enough has', () => {
    expect(judged(openTape())('1.2.2.M05300.3')).toMatchObject({ state: 'wait', blocks: true, begun: false });
    const tape = openTape();
    tape.settle(WORKER, DISEASE);
    expect(judged(tape)('1.2.2.M05300.3')).toMatchObject({ state: 'wait', begun: true, seen: 1, required: 2 });
  });

  it('passes with the messages that it rests on', () => {
    const tape = settledTwice();
    expect(judged(tape)('1.2.2.M05300.3')).toMatchObject({ state: 'pass', blocks: false, evidence: tape.exchanges });
  });

  it('fails where the last attempt was refused, and no longer when a later one succeeds', () => {
    const tape = openTape();
    tape.settle(WORKER, DISEASE, { ok: false, refusal: 'filing-missing', text: '未查询到有效备案' });
    expect(judged(tape)('1.2.2.M05300.3')).toMatchObject({ state: 'fail', failed: { text: '未查询到有效备案' } });
    tape.settle(WORKER, DISEASE);
    expect(judged(tape)('1.2.2.M05300.3').state).toBe('wait');
  });

  it('is not met by what breaks the tables', () => {
    const tape = openTape();
    const breach = { violations: ['data.hosp_lv:code'] };
    tape.settle(WORKER, DISEASE, breach);
    tape.settle(WORKER, DISEASE, breach);
    expect(judged(tape)('1.2.2.M05300.3')).toMatchObject({ state: 'fail', seen: 0 });
    expect(judged(tape)('1.2.4')).toMatchObject({ state: 'fail', lacking: ['1107 data.hosp_lv:code'] });
  });

  it('is not met by a rehearsal, which is told beside it', () => {
    const result = judged(openTape(), { rehearsal: settledTwice() })('1.2.2.M05300.3');
    expect(result).toMatchObject({ state: 'wait', begun: false, seen: 0, rehearsed: 2, rehearsalMet: true });
  });

  it('that breaks the kit itself is told as its own error', () => {
    const broken = { ...trafficOf(openTape()), index: undefined as never };
    const traffic = { counting: broken, rehearsal: broken, own: broken };
    const defects: unknown[] = [];
    const results = resultsOf(traffic, groundsOf(), new Map(), (one) => defects.push(one));
    const settled = results.find(({ requirement }) => requirement.id === '1.2.2.M05300.3');
    expect(settled).toMatchObject({ state: 'error', blocks: true });
    expect(defects.length).toBeGreaterThan(0);
  });
});

describe('an explanation', () => {
  it('of the residents takes them out of every row that names them', () => {
    const tape = openTape();
    tape.settle(WORKER, DISEASE);
    tape.settle(RETIREE, DISEASE);
    expect(judged(tape)('2.M05300.3')).toMatchObject({ state: 'wait', lacking: ['居民'] });
    const explained = { [RESIDENTS]: '居民未开通' };
    expect(judged(tape, { explained })('2.M05300.3')).toMatchObject({ state: 'pass', explanation: '居民未开通' });
  });

  it('stands for a row that was not tested, never for one that was refused or tested in part', () => {
    const explained = { '2.common.6': '机构已在生产环境上传', '2.M05300.16': '没有大额补助' };
    expect(judged(openTape(), { explained })('2.common.6')).toMatchObject({ state: 'omit', blocks: false });
    const tape = openTape();
    tape.put('1603', { ok: false, refusal: 'fields-missing', input: { data: [] } });
    expect(judged(tape, { explained })('2.common.6').state).toBe('fail');
    expect(judged(tape, { explained })('2.M05300.16').state).toBe('omit');
    tape.settle(WORKER, DISEASE, { setldetail: [{ fund_pay_type: '310100', fund_payamt: 1 }] });
    expect(judged(tape, { explained })('2.M05300.16')).toMatchObject({ state: 'wait', seen: 1 });
  });

  it('says why some fee items have no value', () => {
    const tape = openTape();
    tape.settle(WORKER, DISEASE, { data: { inscp_claa_amt: 100 } });
    const explained = { '2.M05300.17': '没有超限价费用' };
    expect(judged(tape)('2.M05300.17')).toMatchObject({ state: 'wait', blocks: true });
    expect(judged(tape, { explained })('2.M05300.17')).toMatchObject({ state: 'omit', blocks: false, seen: 1 });
  });

  it('is the statement that a screen needs', () => {
    expect(judged(openTape())('2.M05300.8')).toMatchObject({ state: 'attested', blocks: true });
    const explained = { '2.M05300.8': '界面只列本省结算' };
    expect(judged(openTape(), { explained })('2.M05300.8')).toMatchObject({ state: 'attested', blocks: false });
  });

  it('is taken only where the documents let a row stand on one', () => {
    expect(notExplainable('2.M05300.17')).toBeUndefined();
    expect(notExplainable(RESIDENTS)).toBeUndefined();
    expect(notExplainable('1.2.2.M05300.3')).toContain('附件1 §2.2 M05300 序号3');
    expect(notExplainable('3.1203')).toContain('不能用情况说明');
    expect(notExplainable('9.9')).toContain('没有要求 9.9');
  });
});

describe('a line made of others', () => {
  it('waits, and has begun, while parts are met and others are not', () => {
    const results = judged(settledTwice());
    expect(results('3.1107-03')).toMatchObject({ state: 'wait', begun: true, seen: 1, required: 6 });
    expect(results('3.1107-02')).toMatchObject({ state: 'wait', begun: false });
    expect(results('3.1107-03').lacking).toContain('1.2.2.M06900.3');
  });

  it('passes when all its parts do', () => {
    const tape = openTape();
    for (const disease of ['M08300', 'M05300', 'M06900', 'M04600', 'M00200', 'M07200']) {
      tape.settle(WORKER, disease);
      tape.settle(WORKER, disease);
    }
    expect(judged(tape)('3.1107-03')).toMatchObject({ state: 'pass', seen: 6, evidence: tape.exchanges });
  });

  it('fails with the worst of them', () => {
    const tape = settledTwice();
    tape.settle(WORKER, 'M06900', { ok: false, refusal: 'filing-missing' });
    expect(judged(tape)('3.1107-03').state).toBe('fail');
  });
});

describe('nothing expected', () => {
  it('compares nothing', () => {
    expect(nothingExpected(settledTwice().exchanges)).toEqual({ compared: [], differences: [], missing: [] });
  });
});
