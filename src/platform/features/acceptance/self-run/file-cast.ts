import { ok, type Result } from '../../../../kernel/result.ts';
import { control, type Server } from './control-api.ts';
import type { Member } from './cast.ts';
import type { Stage } from './scene.ts';

/** Files everybody of the cast for the place of treatment 异地就医备案, at the insured place's own counter. */
export const fileCast = async (server: Server, stage: Stage): Promise<Result<undefined, string>> => {
  const { populations, others, temporary } = stage.cast;
  const asked = [
    ...[...populations, ...others].map((person) => filingOf(stage, person, 'resident')),
    ...temporary.map((person) => filingOf(stage, person, 'other')),
  ];
  for (const filing of asked) {
    const filed = await control(server, '/filings', filing);
    if (!filed.ok) return filed;
  }
  return ok(undefined);
};

const filingOf = ({ hospital }: Stage, { psn_no }: Member, kind: 'resident' | 'other') => ({
  person: psn_no,
  kind,
  mdtrtarea_admdvs: hospital.place,
});
