import type { Instant } from '../../../kernel/civil-time.ts';
import { stateOf, type Application, type ApplicationKind, type ApplicationState } from '../application.ts';
import type { Party } from '../party.ts';
import { refuse, type Refusal } from '../refusals.ts';

type Moves = Readonly<Partial<Record<ApplicationState, readonly ApplicationState[]>>>;

/**
 * What may follow what. A filing is 审核 in one step, with or without being 受理 first; a qualification is first accepted, then
 * decided (医保办发〔2024〕19号 三（一）), and only the place ends it for fraud (四（四）). Order and names: sandbox.
 */
export const MOVES: Readonly<Record<ApplicationKind, Moves>> = {
  filing: {
    applied: ['accepted', 'approved', 'rejected', 'cancelled'],
    accepted: ['approved', 'rejected', 'cancelled'],
    approved: ['cancelled', 'changed'],
  },
  qualification: {
    applied: ['accepted', 'cancelled'],
    accepted: ['approved', 'rejected', 'cancelled'],
    approved: ['cancelled', 'terminated'],
  },
  'chosen-institution': {
    applied: ['accepted'],
    accepted: ['approved'],
    approved: ['cancelled'],
  },
};

/** The states as they are shown. */
export const STATE_NAMES: Readonly<Record<ApplicationState, string>> = {
  applied: '已申请',
  accepted: '已受理',
  approved: '已审核通过',
  rejected: '审核未通过',
  cancelled: '已撤销',
  changed: '已变更',
  terminated: '已终止',
};

/** What a clerk does to bring an application into a state. */
const DEEDS: Readonly<Record<ApplicationState, string>> = {
  applied: '申请',
  accepted: '受理',
  approved: '审核通过',
  rejected: '审核不通过',
  cancelled: '撤销',
  changed: '变更',
  terminated: '终止',
};

/** Why it cannot come into that state; says the state that it is in and what is possible. */
export const moveStop = (application: Application, to: ApplicationState, by: Party): Refusal | undefined => {
  const state = stateOf(application);
  const possible = MOVES[application.kind][state] ?? [];
  if (possible.includes(to)) return undefined;
  const { trt_dcla_detl_sn } = application;
  const deeds = possible.map((next) => DEEDS[next]).join('、');
  return refuse(by, 'application-state', trt_dcla_detl_sn, STATE_NAMES[state], DEEDS[to], deeds);
};

/** The application with one more step. */
export const stepped = (
  application: Application,
  state: ApplicationState,
  at: Instant,
  note?: string,
): Application => ({
  ...application,
  steps: [...application.steps, { state, at, ...(note !== undefined && { note }) }],
});
