import { placeName, type Admdvs } from '../../../kernel/admdvs.ts';
import type { CivilDate } from '../../../kernel/civil-time.ts';
import type { DiseaseList } from '../../../rules/scope/disease-list.ts';
import type { Write } from '../../store/port.ts';

/** The hospital of the history at a place: reserved numbers, as those of the seeds. */
export const hospitalAt = (place: Admdvs): string => `H${place}98001`;

/** Institutions of the history: each has opened the whole list of diseases, so that nothing is refused for that. */
export const hospitalWrites = (places: readonly Admdvs[], diseases: DiseaseList, since: CivilDate): Write[] =>
  places.map((place) => ({
    kind: 'institution.put',
    institution: {
      fixmedins_code: hospitalAt(place),
      fixmedins_name: `${placeName(place)}沙箱流量医院`,
      uscc: `12${place}MB99980010`,
      fixmedins_type: '1',
      hosp_lv: '2',
      admdvs: place,
      outOfArea: 'national',
      real_name: true,
      openedDiseases: diseases.crossProvince.map(({ code }) => ({ opsp_dise_code: code, begndate: since })),
    },
  }));
