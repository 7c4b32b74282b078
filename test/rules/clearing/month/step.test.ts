import { describe, expect, it } from 'vitest';
import { asFen } from '../../../../src/kernel/money.ts';
import { clearingRules } from '../../../../src/rules/clearing/calendar.ts';
import { openMonth, type Month, type MonthEvent } from '../../../../src/rules/clearing/month/month.ts';
import { overdueOf } from '../../../../src/rules/clearing/month/overdue.ts';
import { stepMonth } from '../../../../src/rules/clearing/month/step.ts';
import { scheduleOf } from '../../../../src/rules/clearing/schedule.ts';
import { PLAIN_WEEKS } from '../../../../src/rules/clearing/working-days.ts';

const [XIAN, NANJING, SHENZHEN] = ['610000', '320000', '440000'] as const;
const BILLS = [
  { payer: XIAN, payee: SHENZHEN, due: asFen(100_00) },
  { payer: NANJING, payee: SHENZHEN, due: asFen(50_00) },
];

const played = (...events: MonthEvent[]): Month =>
  events.reduce((month, event) => {
    const next = stepMonth(month, event);
    if (!next.ok) throw new Error(`${event.kind}: ${next.error}`);
    return next.value;
  }, openMonth('202609'));

const fault = (month: Month, event: MonthEvent) => {
  const next = stepMonth(month, event);
  return next.ok ? undefined : next.error;
};

const generated: MonthEvent[] = [{ kind: 'collect' }, { kind: 'generate', bills: BILLS }];
const noticed: MonthEvent[] = [
  ...generated,
  { kind: 'confirm', payer: XIAN },
  { kind: 'confirm', payer: NANJING },
  { kind: 'notice' },
];
const submitted: MonthEvent[] = [...noticed, { kind: 'submit', payer: XIAN }, { kind: 'submit', payer: NANJING }];

const transfer = (payer: string, amount: number): MonthEvent => ({
  kind: 'transfer',
  payer,
  payee: SHENZHEN,
  amount: asFen(amount),
});
const receive = (payer: string): MonthEvent => ({ kind: 'receive', payer, payee: SHENZHEN });

describe('a month', () => {
  it('goes from collecting to closed when everybody pays and reports', () => {
    const closed = played(
      ...submitted,
      transfer(XIAN, 100_00),
      receive(XIAN),
      transfer(NANJING, 50_00),
      receive(NANJING),
      { kind: 'close' },
    );
    expect(closed.stage).toBe('closed');
    expect(closed.bills.every(({ due, paid, received }) => due === paid && paid === received)).toBe(true);
  });

  it('is paid in parts, and is not closed before the last one has arrived', () => {
    const part = played(...submitted, transfer(XIAN, 30_00), receive(XIAN));
    expect(part.bills[0]).toMatchObject({ state: 'part-paid', paid: 30_00, received: 30_00 });
    expect(fault(part, receive(XIAN))).toBe('nothing-arrived');
    expect(fault(part, transfer(XIAN, 70_01))).toBe('more-than-due');
    expect(fault(part, { kind: 'close' })).toBe('bills-open');
  });

  it('waits for a payer that rejects its table until that is corrected', () => {
    const rejected = played(...generated, { kind: 'reject', payer: XIAN, reason: '金额不符' });
    expect(rejected.bills[0]).toMatchObject({ state: 'rejected', reason: '金额不符' });
    const silent = stepMonth(rejected, { kind: 'confirmation-over' });
    expect(silent.ok && fault(silent.value, { kind: 'notice' })).toBe('bills-rejected');
    const corrected = { kind: 'correct', payer: XIAN, bills: [{ ...BILLS[0], due: asFen(90_00) }] } as MonthEvent;
    const next = stepMonth(rejected, corrected);
    expect(next.ok && next.value.bills.find(({ payer }) => payer === XIAN)).toMatchObject({
      state: 'issued',
      due: 90_00,
    });
    expect(fault(played(...generated), corrected)).toBe('bill-state');
  });

  it('takes silence for consent, and says so', () => {
    const over = played(...generated, { kind: 'confirm', payer: XIAN }, { kind: 'confirmation-over' });
    expect(over.bills.map(({ state, silent }) => [state, silent])).toEqual([
      ['confirmed', undefined],
      ['confirmed', true],
    ]);
  });

  it('closes at once where nobody owes anything', () => {
    expect(
      played({ kind: 'collect' }, { kind: 'generate', bills: [] }, { kind: 'notice' }, { kind: 'close' }).stage,
    ).toBe('closed');
  });

  it.each<[string, MonthEvent[], MonthEvent]>([
    ['wrong-stage', [], { kind: 'notice' }],
    ['wrong-stage', generated, { kind: 'collect' }],
    ['bill-unknown', generated, { kind: 'confirm', payer: '110000' }],
    ['bill-state', noticed, transfer(XIAN, 1)],
    ['bills-unconfirmed', generated, { kind: 'notice' }],
    ['not-positive', submitted, transfer(XIAN, 0)],
    ['bill-unknown', submitted, transfer('110000', 1)],
    ['bill-repeated', [{ kind: 'collect' }], { kind: 'generate', bills: [...BILLS, ...BILLS] }],
    ['not-positive', [{ kind: 'collect' }], { kind: 'generate', bills: [{ ...BILLS[0], due: asFen(0) } as never] }],
  ])('refuses with %s', (error, before, event) => {
    expect(fault(played(...before), event)).toBe(error);
  });
});

describe('what is late', () => {
  const schedule = scheduleOf('202609', clearingRules(), PLAIN_WEEKS);
  const late = (month: Month, today: string) =>
    overdueOf(month, schedule, today).map(({ step, province }) => `${step} ${province ?? ''}`.trim());

  it('names step and province, from the day after the last one', () => {
    expect(late(openMonth('202609'), '2026-10-20')).toEqual([]);
    expect(late(openMonth('202609'), '2026-10-21')).toEqual(['file']);
    expect(late(played({ kind: 'collect' }), '2026-10-22')).toEqual(['generate']);
    expect(late(played(...generated), '2026-10-26')).toEqual(['confirm 610000', 'confirm 320000']);
    expect(late(played(...noticed), '2026-11-07')).toEqual(['submit 610000', 'submit 320000']);
    expect(late(played(...submitted), '2026-11-20')).toEqual([]);
    expect(late(played(...submitted, transfer(XIAN, 1)), '2026-11-21')).toEqual(['transfer 610000', 'transfer 320000']);
    expect(late(played(...submitted, transfer(XIAN, 100_00)), '2026-12-01')).toEqual([
      'receive 440000',
      'transfer 320000',
    ]);
  });
});
