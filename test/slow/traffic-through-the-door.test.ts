import { expect, it } from 'vitest';
import { dateTimeOf, instantOf } from '../../src/kernel/civil-time.ts';
import type { Settlement } from '../../src/platform/domain/settlement.ts';
import { openSandbox, playTraffic, seededRandom } from '../../src/platform/sandbox.ts';
import { filingFor, settling, takingBack } from '../../src/platform/workspace/traffic/traffic-messages.ts';
import { hospitalWrites } from '../../src/platform/workspace/traffic/traffic-hospitals.ts';
import { placesOf, trafficVisit } from '../../src/platform/workspace/traffic/traffic-visit.ts';
import type { Workspace } from '../../src/platform/workspace/workspace.ts';
import { signedInAs } from '../support/world.ts';

/*
 * A sample of the generated history, sent through the door message by message, leaves the same books: what generates it
 * has no short cuts of its own.
 */

const PLAN = {
  settlements: 200,
  months: ['202607', '202608'],
  provinces: ['110000', '310000', '440000', '610000', '630000', '660000'],
};
const random = seededRandom('traffic');
const NOW = instantOf('2026-09-25 10:00:00');

const open = () => openSandbox({ startClock: { mode: 'frozen', at: NOW } });

const booksOf = (workspace: Workspace, ids: readonly string[]): (Settlement | undefined)[] => {
  const { reader } = workspace.world().store;
  return ids.flatMap((setl_id) => (['national', 'insured'] as const).map((book) => reader.settlement(book, setl_id)));
};

it('200 settlements of the generated traffic equal the same messages sent through the door', async () => {
  const generated = await open();
  const played = await playTraffic(generated.workspaceOf(''), random, PLAN);
  expect(played.ok).toBe(true);

  const door = await open();
  const workspace = door.workspaceOf('');
  const world = workspace.world();
  // The door reads its clock; that of a history stands at each message's own moment, backwards too.
  let moment = NOW;
  Object.assign(world.clock, { now: () => moment, tick: () => moment });
  const places = placesOf(PLAN.provinces);
  const since = '2026-06-30';
  await world.queue.submit((writer) => writer.apply(hospitalWrites(places, world.library.diseases, since)));
  const send = async (message: ReturnType<typeof settling>): Promise<{ infcode: number; output: unknown }> => {
    moment = message.at;
    const { infno, msgid, input } = message;
    const headers = signedInAs(message.sender);
    const body = { infno, msgid, infver: 'V2.1', inf_time: dateTimeOf(moment), input };
    const reception = await door.receive({
      door: 'national',
      bytes: new TextEncoder().encode(JSON.stringify(body)),
      contentType: 'application/json',
      header: (name) => headers[name],
    });
    if (reception.kind !== 'answered') throw new Error(reception.kind);
    return JSON.parse(String(reception.bytes)) as { infcode: number; output: unknown };
  };

  const ids: string[] = [];
  for (let no = 0; no < PLAN.settlements; no += 1) {
    const visit = trafficVisit(PLAN, places, random, no);
    const life = workspace.population().numbered({ place: visit.insuplc, n: visit.person });
    if (!life) continue;
    await world.queue.submit((writer) => writer.apply([{ kind: 'filing.put', filing: filingFor(visit, life, since) }]));
    const settled = await send(settling(visit, life));
    if (settled.infcode !== 0) continue;
    const { setl_sn } = (settled.output as { setlinfo: { setl_sn: string } }).setlinfo;
    ids.push(setl_sn);
    const back = takingBack(visit, life, setl_sn);
    const answer = back && (await send(back));
    const refund = (answer?.output as { setlinfo?: { setl_sn: string } } | null | undefined)?.setlinfo?.setl_sn;
    if (refund !== undefined) ids.push(refund);
  }
  expect(ids.length).toBeGreaterThan(150);
  expect(booksOf(workspace, ids)).toEqual(booksOf(generated.workspaceOf(''), ids));
  await generated.close();
  await door.close();
});
