import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../../../src/kernel/assert.ts';
import { openHis, openVisit, patientOf, type His, type Request } from '../../support/his.ts';
import { startServer } from '../../support/running-server.ts';
import { HOSPITAL } from '../../support/world.ts';
import type { Act, Life } from './life.ts';

/** What a life came to: every answer of it, and its journal. */
export type Lived = { readonly answers: readonly string[]; readonly hash: string; readonly rows: number };

/** Lives a life in a workspace of that name, which it makes. */
export const live = async (request: Request, name: string, { seed, clock, starts, acts }: Life): Promise<Lived> => {
  await openHis(request).control('POST', '/workspaces', { name, seed, clock: { ...clock, at: `${starts} 09:00:00` } });
  const { his, answers } = hearing(openHis(request, `/w/${name}`));
  for (const [index, act] of acts.entries()) await PLAYED[act.kind](his, act as never, `${HOSPITAL}ACT${index}`);
  await his.control('GET', '/journal?text=psn_no');
  const { hash, rows } = await his.control<{ hash: string; rows: number }>('GET', '/journal/hash');
  return { answers, hash, rows };
};

/** The same in a process of its own: what workspaces share in one by mistake, is not there. */
export const liveAlone = async (name: string, life: Life): Promise<Lived> => {
  const folder = mkdtempSync(join(tmpdir(), 'kuasheng-alone-'));
  const { url, child } = await startServer(folder);
  try {
    return await live((path, init) => fetch(url + path, init), name, life);
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
};

const hearing = (his: His): { readonly his: His; readonly answers: readonly string[] } => {
  const answers: string[] = [];
  return {
    answers,
    his: {
      ...his,
      send: async (...message) => {
        const told = await his.send(...message);
        answers.push(told.bytes);
        return told;
      },
    },
  };
};

type Playing = { readonly [K in Act['kind']]: (his: His, act: Extract<Act, { kind: K }>, name: string) => unknown };

const PLAYED: Playing = {
  visit: async (his, { patient, fen, ends }, msgid) => {
    const visit = await openVisit(his, await patientOf(his, ...patient), fen);
    await visit.trial();
    if (ends === 'open') return;
    const { output } = await visit.settle(msgid);
    if (ends === 'settled twice') await visit.settle(msgid);
    if (ends === 'refunded') await visit.refund(output?.setlinfo?.setl_id ?? 'NONE');
    if (ends === 'reversed') await visit.reverse(msgid);
  },
  ask: async (his, { patient }) => {
    const { certno, insuplc_admdvs } = await patientOf(his, ...patient);
    await his.send('1101', { data: { mdtrt_cert_type: '02', mdtrt_cert_no: certno } }, { insuplc_admdvs });
  },
  nonsense: (his, { body }) => his.post(body),
  advance: async (his, { hours }) => {
    const { message } = await his.control<{ message?: string }>('POST', '/clock/advance', { to: `+${hours}h` });
    must(message === undefined, `time moves on: ${message ?? ''}`);
  },
  settings: (his, { changes }) => his.control('PATCH', '/settings', changes),
  save: (his) => his.control('POST', '/snapshots', { name: 'saved' }),
  restore: (his) => his.control('POST', '/snapshots/saved/restore'),
};
