import type { CivilDate } from '../../../kernel/civil-time.ts';
import type { Random } from '../../../kernel/ports.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Writer } from '../../store/port.ts';
import type { Workspace } from '../workspace.ts';
import { handleMessage } from './handle-message.ts';
import { clearedBefore, dayBefore, reconcile } from './months.ts';
import { hospitalWrites } from './traffic-hospitals.ts';
import { filingFor, settling, takingBack } from './traffic-messages.ts';
import { placesOf, trafficVisit, type TrafficPlan, type TrafficVisit } from './traffic-visit.ts';

/** What came of a history. */
export type Played = { settlements: number; refunds: number; reversals: number; refused: number };

/** Histories that a workspace has had. */
const RUNS = 'traffic';

/** Settlements that share one commit. */
const BATCH = 1_000;

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
  const { queue, library, store } = workspace.world();
  const cleared = clearedBefore(workspace, plan);
  if (cleared !== undefined) return fail(cleared);
  const places = placesOf(plan.provinces);
  const since = dayBefore(plan);
  const run = store.reader.serial(RUNS) + 1;
  const taken = { kind: 'serial.take', key: RUNS, value: run } as const;
  await queue.submit((writer) => writer.apply([taken, ...hospitalWrites(places, library.diseases, since)]));
  const played: Played = { settlements: 0, refunds: 0, reversals: 0, refused: 0 };
  for (let first = 0; first < plan.settlements; first += BATCH) {
    const size = Math.min(BATCH, plan.settlements - first);
    await queue.submit((writer) => {
      for (let no = first; no < first + size; no += 1) {
        playVisit(workspace, writer, trafficVisit(plan, places, random, no, run), since, played);
      }
    });
  }
  await reconcile(workspace, plan);
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
