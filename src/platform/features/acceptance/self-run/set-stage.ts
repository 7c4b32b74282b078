import { provinceOf, type Admdvs } from '../../../../kernel/admdvs.ts';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { castOf } from './cast.ts';
import { control, type Server } from './control-api.ts';
import { capitalOf, hospitalOf } from './hospital.ts';
import type { Listed, ListedInstitution } from './listed.ts';
import type { Role, Stage } from './scene.ts';

/** Which province is tested in which role, and with whom. */
export type Asked = { readonly role: Role; readonly province: Admdvs; readonly partner: Admdvs };

/** So many people of the insured place are looked at: enough to find every kind. */
const LOOKED_AT = 500;

/** Finds hospital and people of the two provinces by the control API. The failure is a sentence. */
export const setStage = async (server: Server, { role, province, partner }: Asked): Promise<Result<Stage, string>> => {
  const [treatment, insured] = role === 'treatment' ? [province, partner] : [partner, province];
  const listed = await control<{ institutions: ListedInstitution[] }>(server, '/institutions');
  if (!listed.ok) return listed;
  const personas = await control<{ personas: Listed[] }>(server, '/personas');
  if (!personas.ok) return personas;
  const insuplc = placeWithMost(personas.value.personas, insured);
  const found = await control<{ people: Listed[] }>(server, `/people?place=${insuplc}&from=1&limit=${LOOKED_AT}`);
  if (!found.ok) return found;

  const cast = castOf({ ...found.value, ...personas.value }, insuplc);
  if (cast.populations.length === 0) return fail(`参保地 ${insuplc} 没有可用的人员`);
  const hospital = hospitalOf(listed.value.institutions, treatment);
  return ok({ role, treatment, hospital, insured, insuplc, third: thirdBeside(treatment, insured), cast });
};

/** The place of the province at which most of the sandbox's own persons are insured, else its capital. */
const placeWithMost = (personas: readonly Listed[], province: Admdvs): Admdvs => {
  const places = personas
    .flatMap(({ insurances }) => insurances.map(({ insuplc_admdvs }) => insuplc_admdvs))
    .filter((place) => provinceOf(place) === province);
  const often = (place: Admdvs): number => places.filter((one) => one === place).length;
  return [...new Set(places)].sort((a, b) => often(b) - often(a))[0] ?? capitalOf(province);
};

const thirdBeside = (...two: readonly Admdvs[]): Admdvs =>
  ['460000', '530000', '350000'].find((province) => !two.includes(province)) ?? '460000';
