import type { Admdvs } from '../../kernel/admdvs.ts';
import { dateOf, type CivilDate, type Instant } from '../../kernel/civil-time.ts';
import type { Institution, OpenedDisease } from './institution.ts';
import { onlineFlag, openTypeOf } from './national/institution-codes.ts';
import type { ChosenRow, InstitutionRow, OpenedRow, QualificationRow } from './national/upload-rows.ts';
import type { ChosenInstitution, Person, Qualification } from './person.ts';
import type { Upload } from './upload.ts';

/** The row of 1603 and 1803: an institution, as far as the sandbox knows it. */
export const institutionUpload = (institution: Institution, now: Instant): Upload => {
  const { fixmedins_code, fixmedins_name, uscc, admdvs, fixmedins_type, hosp_lv } = institution;
  const row: InstitutionRow = {
    ...{ fixmedins_code, fixmedins_name, admdvs, fixmedins_type, hosp_lv },
    ...(uscc !== '' && { uscc }),
    out_onln_open_type: openTypeOf(institution.outOfArea),
    fix_onln_open_flag: onlineFlag(institution.online),
    rlnm_chk_flag: institution.real_name ? '1' : '0',
  };
  return { kind: 'institution', key: fixmedins_code, place: admdvs, updatedAt: now, row };
};

/** The row of 1620 and 1840: a disease that an institution has opened. */
export const openedUpload = (institution: Institution, opened: OpenedDisease, now: Instant): Upload => {
  const { fixmedins_code, fixmedins_name, admdvs } = institution;
  const row: OpenedRow = { ...opened, fixmedins_code, fixmedins_name, admdvs, vali_flag: inForce(opened, now) };
  const key = openedKey(row);
  return { kind: 'opened-disease', key, place: admdvs, updatedAt: now, row };
};

/** An institution with its opened diseases; those that it had opened `before` and has no more are void 无效. */
export const institutionUploads = (
  institution: Institution,
  before: Institution | undefined,
  now: Instant,
): Upload[] => {
  const codes = new Set(institution.openedDiseases.map(({ opsp_dise_code }) => opsp_dise_code));
  const gone = before?.openedDiseases.filter(({ opsp_dise_code }) => !codes.has(opsp_dise_code)) ?? [];
  return [
    institutionUpload(institution, now),
    ...institution.openedDiseases.map((opened) => openedUpload(institution, opened, now)),
    ...gone.map((opened) => voided(openedUpload(institution, opened, now))),
  ];
};

const voided = (upload: Upload): Upload => ({ ...upload, row: { ...upload.row, vali_flag: '0' } });

/** The row of 1610 and 1824: a qualification 门诊慢特病认定资格, by the insured place. */
export const qualificationUpload = (
  person: Person,
  { local_dise_code, opsp_dise_code = local_dise_code, ...qualification }: Qualification,
  insuplc: Admdvs,
  now: Instant,
): Upload => {
  const row: QualificationRow = {
    ...qualification,
    ...named(person),
    insuplc,
    opsp_dise_code,
    poolarea_dise_code: local_dise_code,
    vali_flag: inForce(qualification, now),
  };
  return { kind: 'qualification', key: qualificationKey(row), place: insuplc, updatedAt: now, row };
};

/** The row of 1825 and its upload: an institution that an insured person chose 选择的定点医疗机构. */
export const chosenUpload = (
  person: Person,
  chosen: ChosenInstitution,
  insuplc: Admdvs,
  mdtrtarea: Admdvs,
  now: Instant,
): Upload => {
  const row: ChosenRow = { ...chosen, ...named(person), insuplc, mdtrtarea, vali_flag: inForce(chosen, now) };
  const key = chosenKey(chosen, insuplc);
  return { kind: 'chosen-institution', key, place: insuplc, other: mdtrtarea, updatedAt: now, row };
};

/** The key of an opened disease: institution and disease. */
export const openedKey = (row: Pick<OpenedRow, 'fixmedins_code' | 'opsp_dise_code'>): string =>
  `${row.fixmedins_code} ${row.opsp_dise_code}`;

/** The key of a qualification: the insured place and its number of the declaration 待遇申报明细流水号. */
export const qualificationKey = (row: Pick<QualificationRow, 'insuplc' | 'trt_dcla_detl_sn'>): string =>
  `${row.insuplc} ${row.trt_dcla_detl_sn}`;

type ChosenFor = Pick<ChosenInstitution, 'psn_no' | 'insutype' | 'biz_appy_type' | 'opsp_dise_code' | 'fix_srt_no'>;

/** The key of a chosen institution: person, insurance, kind of application, disease and order number, at its place. */
export const chosenKey = (chosen: ChosenFor, insuplc: Admdvs): string =>
  [
    insuplc, chosen.psn_no, chosen.insutype, chosen.biz_appy_type, chosen.opsp_dise_code ?? '', chosen.fix_srt_no,
  ].join(' '); // prettier-ignore

const named = ({ psn_no, psn_cert_type, certno, psn_name }: Person) => ({ psn_no, psn_cert_type, certno, psn_name });

/** 有效标志: 1 in force today, 0 ended. */
const inForce = (row: { readonly enddate?: CivilDate }, now: Instant): '0' | '1' =>
  row.enddate === undefined || row.enddate >= dateOf(now) ? '1' : '0';
