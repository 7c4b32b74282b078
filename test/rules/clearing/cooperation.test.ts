import { describe, expect, it } from 'vitest';
import { asFen } from '../../../src/kernel/money.ts';
import { clearingRules } from '../../../src/rules/clearing/calendar.ts';
import {
  isLate,
  mayApplyUrgently,
  mayInquire,
  raise,
  stepRequest,
  type CooperationEvent,
  type CooperationRequest,
} from '../../../src/rules/clearing/cooperation.ts';
import { PLAIN_WEEKS } from '../../../src/rules/clearing/working-days.ts';

const RULES = clearingRules();
const ISSUE = { kind: 'issue', from: '610000', to: '440000' } as const;

const raised = (kind: CooperationRequest['kind'] = 'issue') =>
  raise({ ...ISSUE, kind }, '2026-09-01', RULES, PLAIN_WEEKS);

const after = (request: CooperationRequest, event: CooperationEvent, on: string) => {
  const next = stepRequest(request, event, on, RULES, PLAIN_WEEKS);
  if (!next.ok) throw new Error(next.error);
  return next.value;
};

describe('a request between provinces', () => {
  it.each([
    ['issue', '2026-09-15'],
    ['inquiry', '2026-10-26'],
    ['urgent', '2026-09-04'],
  ] as const)('%s raised on 2026-09-01 is to be answered by %s', (kind, until) => {
    expect(raised(kind).answerBy).toBe(until);
  });

  it('is late once its day is over and nobody has answered', () => {
    const request = raised();
    expect([isLate(request, '2026-09-15'), isLate(request, '2026-09-16')]).toEqual([false, true]);
    expect(isLate(after(request, 'answer', '2026-09-20'), '2026-12-31')).toBe(false);
  });

  it('is answered, asked again with its time anew, answered and closed', () => {
    const answered = after(raised(), 'answer', '2026-09-03');
    const again = after(answered, 'reopen', '2026-09-07');
    expect(again).toMatchObject({ state: 'raised', answerBy: '2026-09-21', rounds: 2 });
    const closed = after(after(again, 'refuse', '2026-09-08'), 'close', '2026-09-09');
    expect(closed).toMatchObject({ state: 'closed', answeredOn: '2026-09-08', rounds: 2 });
    for (const event of ['answer', 'refuse', 'reopen', 'close'] as const) {
      expect(stepRequest(closed, event, '2026-09-10', RULES, PLAIN_WEEKS)).toEqual({ ok: false, error: 'not-now' });
    }
  });

  it('cannot be closed before it is answered', () => {
    expect(stepRequest(raised(), 'close', '2026-09-02', RULES, PLAIN_WEEKS).ok).toBe(false);
  });
});

describe('an inquiry', () => {
  it('is for inpatient bills above the limit', () => {
    expect(mayInquire(asFen(30_000_00), '21', RULES)).toBe(false);
    expect(mayInquire(asFen(30_000_01), '2101', RULES)).toBe(true);
    expect(mayInquire(asFen(99_000_00), '14', RULES)).toBe(false);
  });
});

describe('an urgent increase', () => {
  it('is applied for within three working days after the clearing was signed', () => {
    const may = (today: string) => mayApplyUrgently('2026-10-23', today, RULES, PLAIN_WEEKS);
    expect(['2026-10-22', '2026-10-23', '2026-10-28', '2026-10-29'].map(may)).toEqual([false, true, true, false]);
  });
});
