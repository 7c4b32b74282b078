import { sandboxApp } from '../../src/platform/http/app.ts';
import type { Sandbox } from '../../src/platform/sandbox.ts';
import { openHis, openVisit, patientOf, type His, type Patient } from '../../test/support/his.ts';
import { personaOf } from './persona.ts';

/** So many settled visits, every twentieth of a person of its own, and a sign-in for each ten. */
export const fill = async (sandbox: Sandbox, visits: number): Promise<void> => {
  const his = openHis(sandboxApp(sandbox).request);
  const persona = await personaOf(his);
  const LANES = 8;
  const lane = async (first: number): Promise<void> => {
    for (let visit = first; visit < visits; visit += LANES) await play(his, persona, visit);
  };
  await Promise.all(Array.from({ length: LANES }, (_, first) => lane(first)));
};

const play = async (his: His, persona: Patient, visit: number): Promise<void> => {
  const patient = visit % 20 === 0 ? await patientOf(his, '610100', visit + 1) : persona;
  const { settle } = await openVisit(his, patient, 1_600);
  await settle();
  if (visit % 10 === 0) await his.send('9001', { signIn: { opter_no: `S${visit}` } });
};
