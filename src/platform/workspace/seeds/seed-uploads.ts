import { placeOf, type Admdvs } from '../../../kernel/admdvs.ts';
import { must } from '../../../kernel/assert.ts';
import type { Instant } from '../../../kernel/civil-time.ts';
import type { Institution } from '../../domain/institution.ts';
import type { Person } from '../../domain/person.ts';
import type { Upload } from '../../domain/upload.ts';
import { chosenUpload, institutionUploads, qualificationUpload } from '../../domain/uploads-of.ts';
import type { Write } from '../../store/port.ts';

/**
 * What the provinces of the seeds have uploaded to the national node: institutions with their opened diseases, and
 * what the insured places know of the personas, all at the begin of the first day. So the embedded partners of a
 * province have done their part.
 */
export const seedUploads = (
  institutions: readonly Institution[],
  personas: readonly Write[],
  now: Instant,
): Write[] => {
  const persons = new Map(
    personas.flatMap((row) => (row.kind === 'person.put' ? [[row.person.psn_no, row.person]] : [])),
  );
  const places = new Map(institutions.map(({ fixmedins_code, admdvs }) => [fixmedins_code, placeOf(admdvs)]));
  const known = <Value>(map: ReadonlyMap<string, Value>, key: string): Value => {
    const value = map.get(key);
    must(value !== undefined, `the seeds name ${key} before they use it`);
    return value;
  };
  const uploadOf = (row: Write): Upload[] => {
    if (row.kind === 'qualification.put') {
      const person = known(persons, row.qualification.psn_no);
      return [qualificationUpload(person, row.qualification, insuredAt(person, row.qualification.insutype), now)];
    }
    if (row.kind !== 'chosen.put') return [];
    const person = known(persons, row.chosen.psn_no);
    const mdtrtarea = known(places, row.chosen.fixmedins_code);
    return [chosenUpload(person, row.chosen, insuredAt(person, row.chosen.insutype), mdtrtarea, now)];
  };
  return [
    ...institutions.flatMap((institution) => institutionUploads(institution, undefined, now)),
    ...personas.flatMap(uploadOf),
  ].map((upload) => ({ kind: 'upload.put', upload }));
};

const insuredAt = ({ insurances }: Person, insutype: string): Admdvs => {
  const insurance = insurances.find((row) => row.insutype === insutype) ?? insurances[0];
  must(insurance, 'a persona is insured');
  return insurance.insuplc_admdvs;
};
