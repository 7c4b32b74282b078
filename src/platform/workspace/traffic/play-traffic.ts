import { addDays, dateOf, type CivilDate } from '../../../kernel/civil-time.ts';
import type { Random } from '../../../kernel/ports.ts';
import { addPeriods, firstDayOf, lastDayOf, periodOf, type Period } from '../../../rules/clearing/period.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { dueDay } from '../../time/clearing/moments.ts';
import type { Write, Writer } from '../../store/port.ts';
import type { Workspace } from '../workspace.ts';
import { handleMessage } from './handle-message.ts';
import { hospitalWrites } from './traffic-hospitals.ts';
import { filingFor, settling, takingBack } from './traffic-messages.ts';
import { placesOf, trafficVisit, type TrafficPlan, type TrafficVisit } from './traffic-visit.ts';

/** What came of a history. */
export type Played = { settlements: number; refunds: number; reversals: number; refused: number };

/** Settlements that share one commit. */
const BATCH = 1_000;

/** The full months before the current one, oldest first. */
export const monthsBefore = (current: Period, count: number): Period[] =>
  Array.from({ length: count }, (_one, index) => addPeriods(current, index - count));

/**
 * Fills months that are over with settlements, refunds and reversals between provinces, by the definitions of the
 * national door; then what has fallen due of their reconciliation and clearing is done. Refused where a month of it was
 * cleared before.
 */
export const playTraffic = async (
  workspace: Workspace,
  random: Random,
  plan: TrafficPlan,
): Promise<Result<Played, string>> => {
  const { queue, store, library, clock } = workspace.world();
  const cleared = plan.months.find((period) => store.reader.clearingRecord('month', period));
  if (cleared !== undefined) return fail(`${cleared} 已申报清算，不能再补历史流量：请先重置工作区`);
  const places = placesOf(plan.provinces);
  const since = addDays(firstDayOf(plan.months[0] ?? periodOf(dateOf(clock.now()))), -1);
  await queue.submit((writer) => writer.apply(hospitalWrites(places, library.diseases, since)));
  const played: Played = { settlements: 0, refunds: 0, reversals: 0, refused: 0 };
  for (let first = 0; first < plan.settlements; first += BATCH) {
    const size = Math.min(BATCH, plan.settlements - first);
    await queue.submit((writer) => {
      for (let no = first; no < first + size; no += 1) {
        playVisit(workspace, writer, trafficVisit(plan, places, random, no), since, played);
      }
    });
  }
  await queue.submit((writer) => writer.apply(dueOf(plan.months)));
  await workspace.clockwork().advance(clock.now());
  return ok(played);
};

const playVisit = (
  workspace: Workspace,
  writer: Writer,
  visit: TrafficVisit,
  since: CivilDate,
  played: Played,
): void => {
  const life = workspace.population().numbered({ place: visit.insuplc, n: visit.person });
  const world = workspace.world();
  if (life) writer.apply([{ kind: 'filing.put', filing: filingFor(visit, life, since) }]);
  const output = life && handleMessage(world, writer, settling(visit, life));
  if (!life || !output) return void (played.refused += 1);
  played.settlements += 1;
  const { setl_sn } = (output as { setlinfo: { setl_sn: string } }).setlinfo;
  const back = takingBack(visit, life, setl_sn);
  if (!back || !handleMessage(world, writer, back)) return;
  if (back.infno === '1203') played.refunds += 1;
  else played.reversals += 1;
};

/** History brings its own due work: every day of it is reconciled, and with the first one a month is collected. */
const dueOf = (months: readonly Period[]): Write[] =>
  months.flatMap((period) => {
    const writes: Write[] = [];
    for (let day = firstDayOf(period); day <= lastDayOf(period); day = addDays(day, 1)) {
      writes.push({ kind: 'due.put', due: dueDay(day) });
    }
    return writes;
  });
