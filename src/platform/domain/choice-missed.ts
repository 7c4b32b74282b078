import type { Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate } from '../../kernel/civil-time.ts';
import type { DiseaseList } from '../../rules/scope/disease-list.ts';
import { entitles } from '../../rules/scope/entitles.ts';
import { farAway } from './far-away.ts';
import type { Party } from './party.ts';
import { validOn, type ChosenInstitution } from './person.ts';
import { refuse, type Refusal } from './refusals.ts';

type Sought = {
  readonly insuplc: Admdvs;
  readonly insutype: string;
  readonly mdtrtarea: Admdvs;
  readonly fixmedins_code: string;
  readonly dise_codg?: string | undefined;
  readonly day: CivilDate;
};

/**
 * Across provinces, who chose institutions for a disease is treated for it at one of them (national 1825). A choice in
 * the person's own province 本地定点 (hospital 2505) is for treatment there and binds nobody elsewhere.
 */
export const choiceMissed = (
  chosen: readonly ChosenInstitution[],
  demand: Sought,
  diseases: DiseaseList,
  by: Party,
): Refusal | undefined => {
  const { insutype, dise_codg = '', fixmedins_code, day } = demand;
  if (!farAway(demand)) return undefined;
  const forIt = chosen.filter(
    ({ opsp_dise_code, ...row }) =>
      row.insutype === insutype &&
      validOn(row, day) &&
      standsElsewhere(row.fixmedins_code, demand.insuplc) &&
      (opsp_dise_code === undefined || entitles(diseases, opsp_dise_code, dise_codg, day)),
  );
  const [first] = forIt;
  if (!first || forIt.some((row) => row.fixmedins_code === fixmedins_code)) return undefined;
  return refuse(by, 'institution-not-chosen', first.fixmedins_name);
};

/** The code of an institution carries its division: H or P, six digits, five digits. */
const standsElsewhere = (fixmedins_code: string, insuplc: Admdvs): boolean =>
  farAway({ mdtrtarea: fixmedins_code.slice(1, 7), insuplc });
