import { ok, type Result } from '../../../../kernel/result.ts';
import { control, type Server } from './control-api.ts';
import type { Member } from './cast.ts';
import type { Stage } from './scene.ts';

/**
 * Files everybody of the cast for the place of treatment 异地就医备案, at the insured place's counter, unless an earlier run
 * has done so.
 */
export const fileCast = async (server: Server, { cast, hospital }: Stage): Promise<Result<undefined, string>> => {
  const asked = [
    ...[...cast.populations, ...cast.others].map((person) => ({ person, kind: 'resident' })),
    ...cast.temporary.map((person) => ({ person, kind: 'other' })),
  ];
  for (const { person, kind } of asked) {
    if (isFiled(person, kind, hospital.place)) continue;
    const filing = { person: person.psn_no, kind, mdtrtarea_admdvs: hospital.place, approve: true };
    const filed = await control(server, '/filings', filing);
    if (!filed.ok) return filed;
  }
  return ok(undefined);
};

const isFiled = ({ filings }: Member, kind: string, place: string): boolean =>
  filings.some((filing) => filing.kind === kind && filing.mdtrtarea_admdvs === place);
