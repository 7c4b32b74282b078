import { isAdmdvs, placeOf, provinceOf, reach, type Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate } from '../../kernel/civil-time.ts';
import type { DiseaseList } from '../../rules/scope/disease-list.ts';
import { entitles } from '../../rules/scope/entitles.ts';
import { crossProvinceDisease } from '../../rules/scope/in-scope.ts';
import type { Institution } from './institution.ts';
import { isChronic } from './med-type.ts';
import type { Party } from './party.ts';
import { validOn } from './person.ts';
import type { PlaceState } from './place-state.ts';
import { refuse, type Refusal } from './refusals.ts';

const NATION: Party = { role: 'national' };

/** From where to where a message goes. */
export type Route = { readonly mdtrtarea: Admdvs; readonly insuplc: Admdvs };

/** What the national node sees of new business 新业务. */
export type NewBusiness = Route & {
  readonly fixmedins_code?: string | undefined;
  readonly med_type?: string | undefined;
  readonly dise_codg?: string | undefined;
};

/** What the national node knows when new business comes. */
export type NationalView = {
  readonly institution: Institution | undefined;
  readonly placeStates: readonly PlaceState[];
  readonly diseases: DiseaseList;
  readonly today: CivilDate;
  /** 联调: diseases of the list that open later are let through. */
  readonly jointTest: boolean;
};

/**
 * Why the national node stops new business before it relays: the disease, then the institution, then the insured place.
 * Never the category: a disease code with 普通门诊 is no concern of the list. All is taken as sent: a code that is nearly
 * one of the list is none.
 */
export const crossProvinceStop = (business: NewBusiness, view: NationalView): Refusal | undefined => {
  const code = isChronic(business.med_type ?? '') ? business.dise_codg : undefined;
  return (
    (code === undefined ? undefined : diseaseStop(code, view)) ??
    institutionStop(business, view) ??
    (code === undefined ? undefined : openedStop(code, view)) ??
    routeStop(business) ??
    closedStop(business, view)
  );
};

/** Why no message can go that way: an insured place that does not exist, or one of the same province. */
export const routeStop = ({ mdtrtarea, insuplc }: Route): Refusal | undefined => {
  if (!isAdmdvs(insuplc)) return refuse(NATION, 'place-unknown', insuplc);
  return reach(mdtrtarea, insuplc) === 'cross-province' ? undefined : refuse(NATION, 'same-province');
};

const diseaseStop = (code: string, { diseases, today, jointTest }: NationalView): Refusal | undefined => {
  if (crossProvinceDisease(diseases, code, today)) return undefined;
  const later = diseases.crossProvince.find((row) => row.code === code && row.from > today);
  if (!later) return refuse(NATION, 'disease-out-of-scope', code);
  return jointTest ? undefined : refuse(NATION, 'disease-not-yet-open', code, later.from);
};

const institutionStop = ({ fixmedins_code = '' }: NewBusiness, { institution }: NationalView): Refusal | undefined => {
  if (!institution) return refuse(NATION, 'institution-not-registered', fixmedins_code);
  const { online, outOfArea, fixmedins_name } = institution;
  if (online === 'suspended') return refuse(NATION, 'institution-suspended', fixmedins_name);
  if (online === 'cancelled') return refuse(NATION, 'institution-cancelled', fixmedins_name);
  return outOfArea === 'national' ? undefined : refuse(NATION, 'institution-not-national');
};

const openedStop = (code: string, { institution, diseases, today }: NationalView): Refusal | undefined => {
  const opened = institution?.openedDiseases.some(
    (row) => validOn(row, today) && entitles(diseases, row.opsp_dise_code, code, today),
  );
  return opened === true ? undefined : refuse(NATION, 'disease-not-opened-here', code);
};

/** The place itself before its whole province. */
const closedStop = ({ insuplc }: Route, { placeStates }: NationalView): Refusal | undefined => {
  const closed = [placeOf(insuplc), provinceOf(insuplc)].flatMap((place) =>
    placeStates.filter((state) => state.place === place && state.closed !== undefined),
  );
  const [first] = closed;
  return first && refuse(NATION, 'place-closed', first.place, first.closed ?? '');
};
