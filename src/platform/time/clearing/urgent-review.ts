import { dateTimeOf, type CivilDate } from '../../../kernel/civil-time.ts';
import { must } from '../../../kernel/assert.ts';
import { add } from '../../../kernel/money.ts';
import { stepRequest } from '../../../rules/clearing/cooperation.ts';
import { quotaKey } from '../../domain/clearing/national/prepayment/quotas-of-year.ts';
import { noticedRound } from '../../domain/clearing/national/prepayment/rounds.ts';
import type { KeptRequest, Quota } from '../../domain/clearing/national/records.ts';
import { CALENDAR, rulesOf } from '../../domain/clearing/national/rules.ts';
import type { Reader, Write } from '../../store/port.ts';
import type { DueContext, DueHandler } from '../due-work.ts';
import { roundWrites } from './prepayment-notice.ts';

/** The review of 紧急调增 on its last day: the nation agrees to what it has not refused (sandbox). */
export const urgentReview: DueHandler = (reader, { key }, context) => {
  const request = reader.clearingRecord('request', key);
  if (request?.state !== 'raised') return [];
  const answered = stepRequest(request, 'answer', context.today, rulesOf(context.settings), CALENDAR);
  must(answered.ok, 'what is raised can be answered');
  const answers = [
    ...request.answers,
    { at: dateTimeOf(context.now), event: 'answer', text: '审核期满，同意紧急调增' },
  ];
  return [
    { kind: 'clearing.put', record: 'request', key, body: { ...request, ...answered.value, answers } },
    ...urgentIncrease(reader, request, context),
  ];
};

/** Until the end of January the quotas of the year before are in force: those of the year are not out yet. */
const quotaYear = (today: CivilDate): string => {
  const year = Number(today.slice(0, 4));
  return String(today.slice(5, 7) === '01' ? year - 1 : year);
};

/** 紧急调增 that is agreed to: the quota of the year grows by it, and the payer gets its notice. */
export const urgentIncrease = (
  reader: Reader,
  { id, from: payee, to: payer, amount }: KeptRequest,
  context: Pick<DueContext, 'settings' | 'now' | 'today'>,
): readonly Write[] => {
  must(amount, '紧急调增 names an amount');
  const year = quotaYear(context.today);
  const pair = { year, payer, payee };
  const before = reader.clearingRecord('quota', quotaKey(pair));
  const quota: Quota = before ? { ...before, amount: add(before.amount, amount) } : { ...pair, amount, set: 'by-hand' };
  const round = { id: `${year}-${id}`, year, kind: 'deposit', reason: 'urgent', noticedOn: context.today } as const;
  return [
    { kind: 'clearing.put', record: 'quota', key: quotaKey(quota), body: quota },
    ...roundWrites(noticedRound(round, [{ payer, payee, due: amount }]), context),
  ];
};
