import { expect, it } from 'vitest';
import { must } from '../../src/kernel/assert.ts';
import { dateTimeOf, instantOf } from '../../src/kernel/civil-time.ts';
import type { Settlement } from '../../src/platform/domain/settlement.ts';
import { windowsOf } from '../../src/platform/domain/clearing/clearing-period.ts';
import { DEFAULT_SETTINGS } from '../../src/platform/domain/settings.ts';
import { openSandbox, playHospitals, seededRandom } from '../../src/platform/sandbox.ts';
import type { PastMessage } from '../../src/platform/workspace/traffic/handle-message.ts';
import { confirming } from '../../src/platform/workspace/traffic/hospital/confirming.ts';
import { hospitalVisit, type HospitalVisit } from '../../src/platform/workspace/traffic/hospital/hospital-visit.ts';
import { patientOf, type Patient } from '../../src/platform/workspace/traffic/hospital/patient.ts';
import * as messages from '../../src/platform/workspace/traffic/hospital/visit-messages.ts';
import { filingFor } from '../../src/platform/workspace/traffic/traffic-messages.ts';
import type { Workspace } from '../../src/platform/workspace/workspace.ts';
import { HOSPITAL } from '../support/world.ts';

/*
 * A sample of the generated history of a hospital, sent through its door message by message in the same order, leaves
 * the same three books and confirmations.
 */

const PLAN = {
  settlements: 80,
  months: ['202607', '202608'],
  provinces: ['110000', '310000', '440000', '610000', '630000', '660000'],
  hospitals: [HOSPITAL],
  confirm: true,
};
const random = seededRandom('traffic');
const NOW = instantOf('2026-09-25 10:00:00');

const open = () => openSandbox({ startClock: { mode: 'frozen', at: NOW } });

/** Of the treatment place; of the other two parties what stands there under the same numbers. */
const booksOf = (workspace: Workspace) => {
  const { reader } = workspace.world().store;
  const own = reader.settlementsOfInstitution(HOSPITAL, '2026-01-01', '2026-12-31');
  const others = (row: Settlement) =>
    ['national', 'insured'].map((book) => reader.settlement(book as 'national', row.setl_id));
  return own.map((row) => [row, ...others(row), reader.visit(row.mdtrt_id), reader.confirmationsOf(row.setl_id)]);
};

type Answer = { readonly infcode: number; readonly output: Record<string, unknown> };

it('80 visits of the generated history equal the same messages sent through the door', async () => {
  const generated = await open();
  const played = await playHospitals(generated.workspaceOf(''), random, PLAN);
  must(played.ok, 'it is played');

  const door = await open();
  const workspace = door.workspaceOf('');
  const world = workspace.world();
  // The door reads its clock; that of a history stands at each message's own moment.
  let moment = NOW;
  Object.assign(world.clock, { now: () => moment, tick: () => moment });
  const { reader } = world.store;
  const institution = reader.institution(HOSPITAL);
  must(institution, 'the hospital is there');

  const send = async (message: PastMessage): Promise<Answer | undefined> => {
    moment = message.at;
    const { infno, msgid, input, sender, mdtrtarea, insuplc = '' } = message;
    const body = {
      infno, msgid, input, fixmedins_code: sender, mdtrtarea_admvs: mdtrtarea, insuplc_admdvs: insuplc, infver: 'V1.0',
      inf_time: dateTimeOf(moment), opter_type: '1', opter: 'S001', opter_name: '收费员', recer_sys_code: 'YBXT',
    }; // prettier-ignore
    const reception = await door.receive({
      door: 'hospital',
      bytes: new TextEncoder().encode(JSON.stringify(body)),
      contentType: 'application/json',
      header: () => undefined,
    });
    if (reception.kind !== 'answered') throw new Error(reception.kind);
    const answer = JSON.parse(String(reception.bytes)) as Answer;
    return answer.infcode === 0 ? answer : undefined;
  };

  type Treated = { patient: Patient; mdtrt_id: string; setl_id: string };
  const treat = async (visit: HospitalVisit): Promise<Treated | undefined> => {
    const life = workspace.population().numbered({ place: visit.insuplc, n: visit.person });
    must(life, 'somebody');
    const filing = filingFor(visit, life, '2026-06-30');
    await world.queue.submit((writer) => writer.apply([{ kind: 'filing.put', filing }]));
    const patient = patientOf(life, visit, world.library.diseases);
    const registered = await send(messages.registering(visit, patient));
    if (!registered) return undefined;
    const { mdtrt_id } = registered.output['data'] as { mdtrt_id: string };
    await send(messages.telling(visit, patient, mdtrt_id));
    const charged = await send(messages.charging(visit, patient, mdtrt_id));
    const [line] = (charged?.output['result'] ?? []) as Record<string, number>[];
    must(line, 'one line');
    // The answer says 元 where the engine has 分.
    const split = Object.fromEntries(
      Object.entries(line).map(([code, value]) => [code, Math.round(value * 100)]),
    ) as never;
    const settled = await send(messages.settling(visit, patient, mdtrt_id, split));
    const { setl_id } = (settled?.output['setlinfo'] ?? {}) as { setl_id?: string };
    return setl_id === undefined ? undefined : { patient, mdtrt_id, setl_id };
  };

  const acts: { at: number; play: () => Promise<void> }[] = [];
  for (let no = 0; no < PLAN.settlements; no += 1) {
    const visit = hospitalVisit(PLAN, [institution], random, no);
    let treated: Treated | undefined;
    acts.push({ at: visit.at, play: async () => void (treated = await treat(visit)) });
    const back = () => treated && messages.takingBack(visit, treated.patient, treated);
    acts.push({
      at: visit.backAt,
      play: async () => {
        const message = back();
        if (message) await send(message);
      },
    });
  }
  for (const [period, on] of [['202607', '2026-08-03'], ['202608', '2026-09-03']] as const) {
    const play = async () => {
      for (const message of confirming(reader, { institution, period }, windowsOf(DEFAULT_SETTINGS))) {
        expect(await send(message)).toBeDefined();
      }
    };
    acts.push({ at: instantOf(`${on} 10:00:00`), play });
  } // prettier-ignore
  for (const { play } of acts.sort((one, other) => one.at - other.at)) await play();

  const books = booksOf(workspace);
  expect(books.length).toBeGreaterThan(60);
  expect(books).toEqual(booksOf(generated.workspaceOf('')));
  const { refunds, reversals, confirmed } = played.value;
  expect([refunds > 0, reversals > 0, confirmed > 0]).toEqual([true, true, true]);
  await generated.close();
  await door.close();
});
