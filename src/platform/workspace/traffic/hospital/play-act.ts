import type { Instant } from '../../../../kernel/civil-time.ts';
import type { Windows } from '../../../../rules/clearing/standing.ts';
import type { Writer } from '../../../store/port.ts';
import type { Workspace } from '../../workspace.ts';
import { handleMessage, type Handled, type PastMessage } from '../handle-message.ts';
import { dayBefore } from '../months.ts';
import { filingFor } from '../traffic-messages.ts';
import { confirming, rowsIn, type Month } from './confirming.ts';
import type { HospitalPlan, HospitalVisit } from './hospital-visit.ts';
import { patientOf, type Patient } from './patient.ts';
import { charging, registering, settling, takingBack, telling, type Numbers, type Split } from './visit-messages.ts';

/** What happens in a history: a visit, its taking back, the confirmation of a month. */
export type Act = { readonly at: Instant } & (
  { readonly act: 'visit' | 'back'; readonly visit: HospitalVisit } | ({ readonly act: 'confirm' } & Month)
);

/** Where it is played, and what came of it so far. */
export type Stage = {
  readonly workspace: Workspace;
  readonly plan: HospitalPlan;
  readonly windows: Windows;
  /** What is still to be taken back, by the number of its visit. */
  readonly treated: Map<number, Numbers & { readonly patient: Patient }>;
  readonly played: { settlements: number; refunds: number; reversals: number; refused: number; confirmed: number };
};

/** Plays one act inside an open turn. */
export const playAct = (stage: Stage, writer: Writer, act: Act): void => {
  const send = (message: PastMessage): Handled => handleMessage(stage.workspace.world(), writer, message);
  if (act.act !== 'confirm') {
    return act.act === 'visit' ? playVisit(stage, writer, act.visit, send) : playBack(stage, act.visit, send);
  }
  for (const message of confirming(writer.reader, act, stage.windows)) {
    if (send(message)) stage.played.confirmed += rowsIn(message);
  }
};

type Send = (message: PastMessage) => Handled;

const playVisit = (stage: Stage, writer: Writer, visit: HospitalVisit, send: Send): void => {
  const { workspace, plan, treated, played } = stage;
  const life = workspace.population().numbered({ place: visit.insuplc, n: visit.person });
  if (!life) return void (played.refused += 1);
  writer.apply([{ kind: 'filing.put', filing: filingFor(visit, life, dayBefore(plan)) }]);
  const patient = patientOf(life, visit, workspace.world().library.diseases);
  const numbers = numbersOf(visit, patient, send);
  if (!numbers) return void (played.refused += 1);
  played.settlements += 1;
  if (visit.then !== 'stays') treated.set(visit.no, { ...numbers, patient });
};

/** Registration, treatment, lines, settlement; nothing where one of them is refused. */
const numbersOf = (visit: HospitalVisit, patient: Patient, send: Send): Numbers | undefined => {
  const registered = send(registering(visit, patient)) as { data: { mdtrt_id: string } } | undefined;
  if (!registered) return undefined;
  const { mdtrt_id } = registered.data;
  if (!send(telling(visit, patient, mdtrt_id))) return undefined;
  const charged = send(charging(visit, patient, mdtrt_id)) as { result: readonly Split[] } | undefined;
  const split = charged?.result[0];
  const settled =
    split && (send(settling(visit, patient, mdtrt_id, split)) as { setlinfo: { setl_id: string } } | undefined);
  return settled && { mdtrt_id, setl_id: settled.setlinfo.setl_id };
};

const playBack = ({ treated, played }: Stage, visit: HospitalVisit, send: Send): void => {
  const before = treated.get(visit.no);
  treated.delete(visit.no);
  const back = before && takingBack(visit, before.patient, before);
  if (!back || !send(back)) return;
  if (back.infno === '2208') played.refunds += 1;
  else played.reversals += 1;
};
