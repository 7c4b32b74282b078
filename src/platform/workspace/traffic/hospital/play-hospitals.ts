import { dateOf, type Instant } from '../../../../kernel/civil-time.ts';
import type { Random } from '../../../../kernel/ports.ts';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import type { Period } from '../../../../rules/clearing/period.ts';
import { firstUnclosed } from '../../../../rules/clearing/standing.ts';
import { windowsOf } from '../../../domain/clearing/clearing-period.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { Workspace } from '../../workspace.ts';
import { clearedBefore, reconcile } from '../months.ts';
import type { Played } from '../play-traffic.ts';
import { confirmedAt } from './confirming.ts';
import { hospitalVisit, type HospitalPlan, type HospitalVisit } from './hospital-visit.ts';
import { playAct, type Act, type Stage } from './play-act.ts';
import { hospitalsOf } from './stops.ts';
import { msgidAt } from './visit-messages.ts';

/** Acts that share one commit: a visit is four messages. */
const BATCH = 250;

/**
 * Fills months that are over with visits of people of other provinces to hospitals that are there, by the definitions
 * of the hospital door, in the order of time; then what has fallen due of their reconciliation and clearing is done.
 * Refused where a month of it was cleared before, and where a hospital could not have had them.
 */
export const playHospitals = async (
  workspace: Workspace,
  random: Random,
  plan: HospitalPlan,
): Promise<Result<Played & { readonly confirmed: number }, string>> => {
  const { queue, store, clock, settings } = workspace.world();
  const hospitals = hospitalsOf(store.reader, plan);
  if (!hospitals.ok) return hospitals;
  const cleared = clearedBefore(workspace, plan);
  if (cleared !== undefined) return fail(cleared);
  const visits = Array.from({ length: plan.settlements }, (_one, no) =>
    hospitalVisit(plan, hospitals.value, random, no),
  );
  if (visits.some((visit) => isThere(workspace, visit)))
    return fail('同样的历史流量已经补入过：请改笔数或月数，或重置工作区');
  const windows = windowsOf(settings());
  const over = plan.confirm ? plan.months.filter((period) => period < firstUnclosed(dateOf(clock.now()), windows)) : [];
  const acts = inTime(visits, hospitals.value, over);
  const stage: Stage = { workspace, plan, windows, treated: new Map(), played: { ...NOTHING } };
  for (let first = 0; first < acts.length; first += BATCH) {
    await queue.submit((writer) => acts.slice(first, first + BATCH).forEach((act) => playAct(stage, writer, act)));
  }
  await reconcile(workspace, plan);
  return ok(stage.played);
};

const NOTHING = { settlements: 0, refunds: 0, reversals: 0, refused: 0, confirmed: 0 };

/** Whether its registration was sent before: the platform would repeat that answer. */
const isThere = (workspace: Workspace, { institution, at, no }: HospitalVisit): boolean => {
  const sender = institution.fixmedins_code;
  const key = { door: 'hospital', sender, infno: '2201', msgid: msgidAt(sender, at, no) } as const;
  return workspace.world().store.reader.message(key) !== undefined;
};

/** All that happens, in the order of time; at one moment as they were numbered. */
const inTime = (
  visits: readonly HospitalVisit[],
  hospitals: readonly Institution[],
  over: readonly Period[],
): readonly Act[] =>
  [
    ...visits.map((visit): Act => ({ act: 'visit', at: visit.at, visit })),
    ...visits.filter(({ then }) => then !== 'stays').map((visit): Act => ({ act: 'back', at: visit.backAt, visit })),
    ...over.flatMap((period) =>
      hospitals.map((institution): Act => ({ act: 'confirm', at: confirmedAt(period), institution, period })),
    ),
  ].toSorted(byTime);

const byTime = (one: { readonly at: Instant }, other: { readonly at: Instant }): number => one.at - other.at;
