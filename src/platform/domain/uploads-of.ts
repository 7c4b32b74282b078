import type { Admdvs } from '../../kernel/admdvs.ts';
import { dateOf, type CivilDate, type Instant } from '../../kernel/civil-time.ts';
import type { Institution, OpenedDisease } from './institution.ts';
import type { ChosenInstitution, Person, Qualification } from './person.ts';
import type { Upload } from './upload.ts';

/** The row of 1610 and 1824: a qualification 门诊慢特病认定资格, by the insured place. */
export const qualificationUpload = (
  person: Person,
  { local_dise_code, ...row }: Qualification,
  insuplc: Admdvs,
  now: Instant,
): Upload => ({
  kind: 'qualification',
  key: `${insuplc} ${row.trt_dcla_detl_sn}`,
  place: insuplc,
  updatedAt: now,
  row: { ...row, ...named(person), insuplc, poolarea_dise_code: local_dise_code, vali_flag: inForce(row, now) },
});

/** The row of 1825 and its upload: an institution that an insured person chose 选择的定点医疗机构. */
export const chosenUpload = (
  person: Person,
  chosen: ChosenInstitution,
  insuplc: Admdvs,
  mdtrtarea: Admdvs,
  now: Instant,
): Upload => ({
  kind: 'chosen-institution',
  key: [insuplc, chosen.psn_no, chosen.insutype, chosen.opsp_dise_code ?? '', chosen.fix_srt_no].join(' '),
  place: insuplc,
  other: mdtrtarea,
  updatedAt: now,
  row: { ...chosen, ...named(person), insuplc, mdtrtarea, vali_flag: inForce(chosen, now) },
});

/** The row of 1620 and 1840: a disease that an institution has opened. */
export const openedUpload = (institution: Institution, opened: OpenedDisease, now: Instant): Upload => ({
  kind: 'opened-disease',
  key: `${institution.fixmedins_code} ${opened.opsp_dise_code}`,
  place: institution.admdvs,
  updatedAt: now,
  row: {
    ...opened,
    fixmedins_code: institution.fixmedins_code,
    fixmedins_name: institution.fixmedins_name,
    admdvs: institution.admdvs,
    vali_flag: inForce(opened, now),
  },
});

const named = ({ psn_no, psn_cert_type, certno, psn_name }: Person) => ({ psn_no, psn_cert_type, certno, psn_name });

/** 有效标志: 1 in force today, 0 ended. */
const inForce = (row: { readonly enddate?: CivilDate }, now: Instant): '0' | '1' =>
  row.enddate === undefined || row.enddate >= dateOf(now) ? '1' : '0';
