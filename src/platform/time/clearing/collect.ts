import { addDays, dateTimeOf } from '../../../kernel/civil-time.ts';
import { must } from '../../../kernel/assert.ts';
import { openMonth } from '../../../rules/clearing/month/month.ts';
import { stepMonth } from '../../../rules/clearing/month/step.ts';
import { firstDayOf, lastDayOf, type Period } from '../../../rules/clearing/period.ts';
import { ALL_KEYS } from '../../domain/clearing/national/month-lines.ts';
import type { Settlement } from '../../domain/settlement.ts';
import type { Reader, Write } from '../../store/port.ts';
import type { DueContext, SlowHandler } from '../due-work.ts';
import { dueStep } from './moments.ts';

/**
 * 申报: the treatment provinces file what their hospitals have confirmed, and what they sent to the nation themselves,
 * which no hospital of this sandbox confirms; also what an insured place has dated into a month that was over. From now
 * on the rows of the month stand fast.
 */
export const collectMonth: SlowHandler = function* (reader, { key: period }, context) {
  const own: string[] = [];
  for (let day = firstDayOf(period); day <= lastDayOf(period); day = addDays(day, 1)) {
    own.push(...reader.nationalUnfiled(`${day} 00:00:00`, `${day} 23:59:59`).map((row) => row.setl_id));
    yield;
  }
  return (current) => (current.clearingRecord('month', period) ? [] : filed(current, period, own, context));
};

const filed = (reader: Reader, period: Period, own: readonly string[], context: DueContext): Write[] => {
  const collected = stepMonth(openMonth(period), { kind: 'collect' });
  must(collected.ok, 'a month that is open can be collected');
  const body = { ...collected.value, done: [{ step: 'collect', at: dateTimeOf(context.now) }] };
  const late = reader.clearingRecords('late', ...ALL_KEYS).map((row) => row.setl_id);
  const rows = [...own, ...late].flatMap((setl_id) => reader.settlement('national', setl_id) ?? []);
  return [
    { kind: 'clearing.put', record: 'month', key: period, body },
    ...rows.filter((row) => row.state !== 'reversed').map((row) => confirmedByProvince(row, period, context)),
    ...late.map((key): Write => ({ kind: 'clearing.drop', record: 'late', key })),
    { kind: 'due.put', due: dueStep('generate', period, context.settings, context.now + 1) },
  ];
};

/** In the place of an inf_refmsgid: no 3261 said it. */
export const FILED_BY_PROVINCE = '就医省申报';

const confirmedByProvince = ({ setl_id, fixmedins_code }: Settlement, period: Period, { now }: DueContext): Write => ({
  kind: 'confirmation.put',
  confirmation: { setl_id, period, fixmedins_code, confirmed: true, reference: FILED_BY_PROVINCE, at: now },
});
