import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Month, MonthEvent, MonthFault } from '../../../rules/clearing/month/month.ts';
import { stepMonth } from '../../../rules/clearing/month/step.ts';
import type { Period } from '../../../rules/clearing/period.ts';
import type { World } from '../../dispatch/world.ts';
import type { ClearedMonth, PrepaymentRound } from '../../domain/clearing/national/records.ts';
import { readForm, type FormProblem } from '../../wire/read-form.ts';
import type { z } from 'zod';
import { eventForm, paymentForm } from './forms.ts';

/** Why a province cannot do that now. */
const WHY: { readonly [Fault in MonthFault]: string } = {
  'wrong-stage': '还没有办到这一步，或者已经办过',
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

/** A province acts in the clearing of a month, ahead of the day on which it would by itself. */
export const actInMonth = async (
  world: World,
  period: Period,
  raw: unknown,
): Promise<Result<ClearedMonth, readonly FormProblem[] | string>> => {
  const form = readForm(eventForm, raw);
  if (!form.ok) return form;
  return world.queue.submit((writer) => {
    const month = writer.reader.clearingRecord('month', period);
    if (!month) return fail(`${period} 还没有申报清算`);
    const next = stepMonth(month, eventOf(month, form.value));
    if (!next.ok) return fail(WHY[next.error]);
    const body = { ...month, ...next.value };
    writer.apply([{ kind: 'clearing.put', record: 'month', key: period, body }]);
    return ok(body);
  });
};

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
    if (!next.ok) return fail(WHY[next.error]);
    const body = { ...round, ...next.value };
    writer.apply([{ kind: 'clearing.put', record: 'prepayment', key: id, body }]);
    return ok(body);
  });
};

/** Corrected bills are the same bills issued anew: what was wrong in them is put right by deductions or releases. */
const eventOf = (month: Month, form: z.infer<typeof eventForm>): MonthEvent => {
  if (form.kind !== 'correct') return form as MonthEvent;
  const bills = month.bills.filter(({ payer }) => payer === form.payer);
  return { kind: 'correct', payer: form.payer, bills: bills.map(({ payer, payee, due }) => ({ payer, payee, due })) };
};
