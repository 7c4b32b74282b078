import { placeOf, provinceOf, type Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate } from '../../kernel/civil-time.ts';
import { mayBeReal } from '../../kernel/identity-number.ts';
import { validOn, type Filing, type Person } from './person.ts';
import type { Upload } from './upload.ts';

type People = {
  readonly person: (psn_no: string) => Person | undefined;
  readonly personByCertificate: (certno: string) => Person | undefined;
};

type Named = { readonly psn_no: string; readonly certno: string; readonly insuplc: Admdvs };

/**
 * The person of an uploaded row, where the sandbox knows somebody insured at that place under the number or, where that
 * is nobody's, the certificate. Somebody insured elsewhere is nobody: a province learns nothing of other provinces'.
 */
export const uploadedPerson = (people: People, { psn_no, certno, insuplc }: Named): Person | undefined => {
  const byCertificate = () => (mayBeReal(certno) ? undefined : people.personByCertificate(certno.toUpperCase()));
  const insured = (person: Person | undefined) =>
    person?.insurances.some((row) => placeOf(row.insuplc_admdvs) === placeOf(insuplc)) ? person : undefined;
  return insured(people.person(psn_no)) ?? insured(byCertificate());
};

/** True when the person is insured at that place under that insurance. */
export const holdsInsurance = (person: Person, insuplc: Admdvs, insutype: string): boolean =>
  person.insurances.some((row) => placeOf(row.insuplc_admdvs) === placeOf(insuplc) && row.insutype === insutype);

/** A person number that belongs to another certificate of the same place. */
export const certificateFault = (person: Person | undefined, row: Named): string | undefined =>
  person === undefined || person.certno === row.certno.toUpperCase()
    ? undefined
    : `个人管理码 psn_no（${row.psn_no}）与证件号码 certno 不是同一人`;

type Filed = People & { readonly filings: (psn_no: string) => readonly Filing[] };

/** The two sides that see a row anyway: the insured place's province, and that of the place that the row names. */
export const isOfProvince = ({ place, other }: Upload, province: Admdvs): boolean =>
  provinceOf(place) === province || (other !== undefined && provinceOf(other) === province);

/** True when the person of an uploaded row is filed today for treatment in that province. */
export const isFiledInto = (reader: Filed, { row }: Upload, province: Admdvs, today: CivilDate): boolean => {
  const person = uploadedPerson(reader, row as Named);
  const filings = person ? reader.filings(person.psn_no) : [];
  return filings.some((filing) => validOn(filing, today) && provinceOf(filing.mdtrtarea_admdvs) === province);
};
