import { provinceOf, type Admdvs } from '../../../../kernel/admdvs.ts';
import type { Instant } from '../../../../kernel/civil-time.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { Person } from '../../../domain/person.ts';
import { chosenUpload, institutionUpload, openedUpload, qualificationUpload } from '../../../domain/uploads-of.ts';
import type { Reader } from '../../../store/port.ts';
import type { ListInfno } from '../requirements/requirement.ts';
import { TESTED_CODES } from '../tested-diseases.ts';

/** What an upload or download of a province says: rows that the sandbox knows, as an example to be replaced. */
export const listInput = (infno: ListInfno, reader: Reader, province: Admdvs, now: Instant): object => {
  const rows = ROWS[infno];
  return rows ? { data: rows(reader, province, now).slice(0, MOST) } : { data: { startrow: 1 } };
};

/** Rows that one upload may carry. */
const MOST = 100;

type Rows = (reader: Reader, province: Admdvs, now: Instant) => object[];

const institutionsOf = (reader: Reader, province: Admdvs): Institution[] =>
  reader.institutions().filter(({ admdvs }) => provinceOf(admdvs) === province);

/** Personas with the place of their first insurance, where that is of the province. */
const insuredOf = (reader: Reader, province: Admdvs): { readonly person: Person; readonly insuplc: Admdvs }[] =>
  reader.personas().flatMap((person) => {
    const insuplc = person.insurances[0]?.insuplc_admdvs;
    return insuplc !== undefined && provinceOf(insuplc) === province ? [{ person, insuplc }] : [];
  });

const isTested = ({ opsp_dise_code }: { readonly opsp_dise_code?: string }): boolean =>
  opsp_dise_code !== undefined && TESTED_CODES.includes(opsp_dise_code);

const ROWS: Partial<Readonly<Record<ListInfno, Rows>>> = {
  1603: (reader, province, now) =>
    institutionsOf(reader, province).map((institution) => institutionUpload(institution, now).row),
  1620: (reader, province, now) =>
    institutionsOf(reader, province).flatMap((institution) =>
      institution.openedDiseases.filter(isTested).map((opened) => openedUpload(institution, opened, now).row),
    ),
  1610: (reader, province, now) =>
    insuredOf(reader, province).flatMap(({ person, insuplc }) =>
      reader
        .qualifications(person.psn_no)
        .filter(isTested)
        .map((row) => qualificationUpload(person, row, insuplc, now).row),
    ),
  1625: (reader, province, now) =>
    insuredOf(reader, province).flatMap(({ person, insuplc }) =>
      reader
        .chosenInstitutions(person.psn_no)
        .filter(isTested)
        .map((row) => chosenUpload(person, row, insuplc, placeOfInstitution(reader, row.fixmedins_code), now).row),
    ),
};

const placeOfInstitution = (reader: Reader, fixmedins_code: string): Admdvs =>
  reader.institution(fixmedins_code)?.admdvs ?? '';
