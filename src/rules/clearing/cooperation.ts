import type { Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate } from '../../kernel/civil-time.ts';
import type { Fen } from '../../kernel/money.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { ClearingRules } from './calendar.ts';
import { addPeriods, dayOfPeriod, periodOf } from './period.ts';
import { addWorkingDays, type WorkCalendar } from './working-days.ts';

/**
 * What one province asks of another one in the 业务协同管理模块: issue 问题协同 (医保办发〔2024〕19号 四（三）: the other side answers in
 * time), inquiry 费用协查 of a bill, urgent 紧急调增 of prepayments, which the nation reviews.
 */
export type RequestKind = 'issue' | 'inquiry' | 'urgent';

/** raised 待答复, answered 已答复, closed 已办结, refused 不予办理. */
export type RequestState = 'raised' | 'answered' | 'refused' | 'closed';

export type CooperationRequest = {
  readonly kind: RequestKind;
  readonly from: Admdvs;
  readonly to: Admdvs;
  readonly raisedOn: CivilDate;
  /** Last day on which an answer is in time. */
  readonly answerBy: CivilDate;
  readonly state: RequestState;
  /** When it was last answered. */
  readonly answeredOn?: CivilDate;
  /** How often the asker was not content. */
  readonly rounds: number;
};

/** Until when a request that is raised on a day has to be answered. */
export const answerBy = (kind: RequestKind, on: CivilDate, rules: ClearingRules, calendar: WorkCalendar): CivilDate => {
  if (kind === 'inquiry') return dayOfPeriod(addPeriods(periodOf(on), 1), rules.inquiryAnswerBy);
  return addWorkingDays(on, kind === 'issue' ? rules.issueAnswerDays : rules.urgentReviewDays, calendar);
};

/** 费用协查 is for single inpatient bills above the limit. */
export const mayInquire = (medfee: Fen, med_type: string, rules: ClearingRules): boolean =>
  /^(2|52)/.test(med_type) && medfee > rules.inquiryFrom;

/** 紧急调增 is applied for within some working days after the clearing was signed. */
export const mayApplyUrgently = (
  signedOn: CivilDate,
  today: CivilDate,
  rules: ClearingRules,
  calendar: WorkCalendar,
): boolean => today >= signedOn && today <= addWorkingDays(signedOn, rules.urgentApplyDays, calendar);

export type CooperationEvent = 'answer' | 'refuse' | 'reopen' | 'close';

const NEXT: { readonly [State in RequestState]: { readonly [Event in CooperationEvent]?: RequestState } } = {
  raised: { answer: 'answered', refuse: 'refused' },
  answered: { reopen: 'raised', close: 'closed' },
  refused: { reopen: 'raised', close: 'closed' },
  closed: {},
};

/** Raises a request. */
export const raise = (
  asked: Pick<CooperationRequest, 'kind' | 'from' | 'to'>,
  on: CivilDate,
  rules: ClearingRules,
  calendar: WorkCalendar,
): CooperationRequest => ({
  ...asked,
  raisedOn: on,
  answerBy: answerBy(asked.kind, on, rules, calendar),
  state: 'raised',
  rounds: 1,
});

/**
 * The request after an event; the other side gets its time anew when it is asked again. 紧急调增 that was agreed to is
 * decided: its notice is out.
 */
export const stepRequest = (
  request: CooperationRequest,
  event: CooperationEvent,
  on: CivilDate,
  rules: ClearingRules,
  calendar: WorkCalendar,
): Result<CooperationRequest, 'not-now'> => {
  const state = NEXT[request.state][event];
  const isDecided = request.kind === 'urgent' && request.state === 'answered' && event === 'reopen';
  if (state === undefined || isDecided) return fail('not-now');
  if (state !== 'raised') return ok({ ...request, state, ...(event !== 'close' && { answeredOn: on }) });
  const until = answerBy(request.kind, on, rules, calendar);
  return ok({ ...request, state, answerBy: until, rounds: request.rounds + 1 });
};

/** Not answered, and its last day is over. */
export const isLate = ({ state, answerBy: until }: CooperationRequest, today: CivilDate): boolean =>
  state === 'raised' && today > until;
