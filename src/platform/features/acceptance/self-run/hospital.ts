import { isPlace, placeName, placeOf, provinceOf, type Admdvs } from '../../../../kernel/admdvs.ts';
import type { ListedInstitution } from './listed.ts';
import type { Hospital } from './scene.ts';

/** The place of a province that stands for it where the sandbox has nothing there: its capital, or the whole of it. */
export const capitalOf = (province: Admdvs): Admdvs => (isPlace(province) ? province : `${province.slice(0, 2)}0100`);

/** The hospital that treats for a province: one that is there and serves other provinces, else an invented one. */
export const hospitalOf = (institutions: readonly ListedInstitution[], province: Admdvs): Hospital => {
  const usable = institutions.filter(
    (row) => provinceOf(row.admdvs) === province && row.fixmedins_code.startsWith('H') && row.outOfArea === 'national',
  );
  const found = usable.find((row) => row.real_name && row.online === undefined);
  return found ? { ...found, place: placeOf(found.admdvs) } : invented(capitalOf(province));
};

/** Nobody's: the number ends in 9900n as those of the seeds. 统一社会信用代码 of a division that is not assigned. */
const invented = (place: Admdvs): Hospital => ({
  fixmedins_code: `H${place}99009`,
  fixmedins_name: `${placeName(place)}沙箱自检医院`,
  uscc: `12${place.slice(0, 2)}9900MB9900090X`,
  hosp_lv: '2',
  place,
});
