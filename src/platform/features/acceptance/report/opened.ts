import { placeName, placeOf, provinceOf, type Admdvs } from '../../../../kernel/admdvs.ts';
import type { CivilDate } from '../../../../kernel/civil-time.ts';
import { validOn } from '../../../domain/person.ts';
import type { Reader } from '../../../store/port.ts';
import { TESTED_DISEASES } from '../tested-diseases.ts';

/** A 统筹区 and its institutions that have opened diseases under test 拟开通医疗机构名单. */
export type OpenedPlace = {
  readonly place: Admdvs;
  readonly name: string;
  readonly institutions: readonly {
    readonly fixmedins_code: string;
    readonly fixmedins_name: string;
    /** Codes and names. */
    readonly diseases: readonly string[];
  }[];
};

/** By place; those that have opened none are left out of the list, their place is not. */
export const openedBy = (reader: Pick<Reader, 'institutions'>, province: Admdvs, today: CivilDate): OpenedPlace[] => {
  const own = reader.institutions().filter(({ admdvs }) => provinceOf(admdvs) === province);
  const places = [...new Set(own.map(({ admdvs }) => placeOf(admdvs)))].sort();
  return places.map((place) => ({
    place,
    name: placeName(place),
    institutions: own
      .filter(({ admdvs, outOfArea }) => placeOf(admdvs) === place && outOfArea === 'national')
      .map(({ fixmedins_code, fixmedins_name, openedDiseases }) => ({
        fixmedins_code,
        fixmedins_name,
        diseases: TESTED_DISEASES.filter(({ code }) =>
          openedDiseases.some((row) => row.opsp_dise_code === code && validOn(row, today)),
        ).map(({ code, name }) => `${code} ${name}`),
      }))
      .filter(({ diseases }) => diseases.length > 0),
  }));
};
