import { provinceName, type Admdvs } from '../../../kernel/admdvs.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { BILL_STATES, STAGES } from '../../../rules/clearing/month/in-words.ts';
import type { Month, MonthEvent, MonthFault } from '../../../rules/clearing/month/month.ts';
import { stepMonth } from '../../../rules/clearing/month/step.ts';
import type { Period } from '../../../rules/clearing/period.ts';
import type { World } from '../../dispatch/world.ts';
import type { PrepaymentRound } from '../../domain/clearing/national/records.ts';
import { pendingFor } from '../../domain/clearing/national/pending-deductions.ts';
import { readForm, type FormProblem } from '../../wire/read-form.ts';
import { correctBills, type Corrected } from './correct.ts';
import { eventForm, paymentForm } from './forms.ts';

/** Why a province cannot do that now. */
const WHY: { readonly [Fault in MonthFault]: string } = {
  'wrong-stage': '清算还没有办到这一步，或者已经办过',
  'bill-unknown': '没有这样的应付账单',
  'bill-state': '账单的状态不能办这一步',
  'not-positive': '金额应大于零',
  'more-than-due': '付款超过应付金额',
  'nothing-arrived': '没有新到账的款项',
  'bill-repeated': '同一对省份的账单重复',
  'bills-rejected': '还有省份对应付清算表有异议',
  'bills-unconfirmed': '还有省份没有确认应付清算表',
  'bills-open': '还有账单没有到账',
};

/** Where a month or an adjustment stands, for what it does not take now. */
const standingOf = (month: Month | undefined, fault: MonthFault, payer: Admdvs): string => {
  if (!month) return '';
  if (fault === 'wrong-stage') return `：现在是“${STAGES[month.stage]}”`;
  if (fault !== 'bill-state') return '';
  const states = month.bills.filter((bill) => bill.payer === payer).map(({ state }) => BILL_STATES[state]);
  return `：${provinceName(payer)}的账单现在是“${[...new Set(states)].join('、')}”`;
};

/** A province acts in the clearing of a month, ahead of the day on which it would by itself. */
export const actInMonth = async (
  world: World,
  period: Period,
  raw: unknown,
): Promise<Result<Corrected, readonly FormProblem[] | string>> => {
  const form = readForm(eventForm, raw);
  if (!form.ok) return form;
  const event = form.value;
  const acted =
    event.kind === 'correct' ? correctBills(world, period, event.payer) : step(world, period, event as MonthEvent);
  const done = await acted;
  if (done.ok) return done;
  if (done.error === 'unknown') return fail(`${period} 还没有申报清算`);
  const month = world.store.reader.clearingRecord('month', period);
  return fail(WHY[done.error] + standingOf(month, done.error, event.payer));
};

/** Deductions wait for bills that are confirmed as they are. */
const notCorrected = (count: number): string => `未更正即确认：${count} 笔待更正的扣款列入下一张清算表`;

const step = (world: World, period: Period, event: MonthEvent): Promise<Result<Corrected, MonthFault | 'unknown'>> =>
  world.queue.submit((writer) => {
    const month = writer.reader.clearingRecord('month', period);
    if (!month) return fail('unknown');
    const next = stepMonth(month, event);
    if (!next.ok) return next;
    const body = { ...month, ...next.value };
    writer.apply([{ kind: 'clearing.put', record: 'month', key: period, body }]);
    const waiting = event.kind === 'confirm' ? pendingFor(writer.reader, period, event.payer).length : 0;
    return ok({ month: body, ...(waiting > 0 && { note: notCorrected(waiting) }) });
  });

/** A province acts in an adjustment of prepayments, ahead of the day on which it would by itself. */
export const actInPrepayment = async (
  world: World,
  id: string,
  raw: unknown,
): Promise<Result<PrepaymentRound, readonly FormProblem[] | 'unknown' | string>> => {
  const form = readForm(paymentForm, raw);
  if (!form.ok) return form;
  return world.queue.submit((writer) => {
    const round = writer.reader.clearingRecord('prepayment', id);
    if (!round) return fail('unknown');
    const next = stepMonth(round, form.value);
    if (!next.ok) return fail(WHY[next.error] + standingOf(round, next.error, form.value.payer));
    const body = { ...round, ...next.value };
    writer.apply([{ kind: 'clearing.put', record: 'prepayment', key: id, body }]);
    return ok(body);
  });
};
