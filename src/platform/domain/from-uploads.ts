import { addDays, type CivilDate } from '../../kernel/civil-time.ts';
import type { DiseaseList } from '../../rules/scope/disease-list.ts';
import type { Institution, OpenedDisease } from './institution.ts';
import { onlineOf, outOfAreaOf } from './national/institution-codes.ts';
import type { ChosenRow, InstitutionRow, OpenedRow, QualificationRow } from './national/upload-rows.ts';
import type { ChosenInstitution, Qualification } from './person.ts';

/**
 * What a row of 1603 makes of an institution: what it has opened stays, and what the row does not say:
 * 实名核验, readers without a PSAM.
 */
export const institutionFrom = (row: InstitutionRow, before: Institution | undefined): Institution => {
  const online = onlineOf(row.fix_onln_open_flag);
  return {
    fixmedins_code: row.fixmedins_code,
    fixmedins_name: row.fixmedins_name,
    uscc: row.uscc ?? before?.uscc ?? '',
    fixmedins_type: row.fixmedins_type,
    hosp_lv: row.hosp_lv,
    admdvs: row.admdvs,
    outOfArea: outOfAreaOf(row.out_onln_open_type) ?? 'none',
    real_name: row.rlnm_chk_flag === undefined ? (before?.real_name ?? false) : row.rlnm_chk_flag === '1',
    ...readersOf(before),
    ...(online && { online }),
    openedDiseases: before?.openedDiseases ?? [],
  };
};

const readersOf = (before: Institution | undefined) => (before?.no_psam === true ? { no_psam: true } : {});

/** The institution after a row of 1620: the disease is opened for those days; a void 无效 row ends it yesterday. */
export const withOpened = (institution: Institution, row: OpenedRow, today: CivilDate): Institution => {
  const { opsp_dise_code } = row;
  const opened: OpenedDisease = { opsp_dise_code, ...days(row, today) };
  const others = institution.openedDiseases.filter((one) => one.opsp_dise_code !== opsp_dise_code);
  return { ...institution, openedDiseases: [...others, opened] };
};

/**
 * The qualification of a row of 1610. Where both codes are the same it is the national one only if the national list
 * has it: the insured place uploads a code of its own without a mapping unchanged.
 */
export const qualificationFrom = (
  row: QualificationRow,
  psn_no: string,
  today: CivilDate,
  diseases: DiseaseList,
): Qualification => {
  const { opsp_dise_code, poolarea_dise_code: local_dise_code = opsp_dise_code } = row;
  const national =
    opsp_dise_code !== local_dise_code || diseases.crossProvince.some(({ code }) => code === opsp_dise_code);
  return {
    trt_dcla_detl_sn: row.trt_dcla_detl_sn,
    psn_no,
    insutype: row.insutype,
    local_dise_code,
    ...(national && { opsp_dise_code }),
    opsp_dise_name: row.opsp_dise_name,
    ...days(row, today),
  };
};

/** Who sends no kind of application means the one of designated institutions 就医定点医疗机构登记. */
export const BIZ_APPY_TYPE = '03';

/** The chosen institution of a row of 1625. */
export const chosenFrom = (row: ChosenRow, psn_no: string, today: CivilDate): ChosenInstitution => ({
  psn_no,
  insutype: row.insutype,
  biz_appy_type: row.biz_appy_type ?? BIZ_APPY_TYPE,
  ...(row.opsp_dise_code !== undefined && { opsp_dise_code: row.opsp_dise_code }),
  fix_srt_no: row.fix_srt_no,
  fixmedins_code: row.fixmedins_code,
  fixmedins_name: row.fixmedins_name,
  ...days(row, today),
});

type Dated = { readonly begndate: CivilDate; readonly enddate?: CivilDate; readonly vali_flag: string };

/** The days of a row; one that is void 无效 is over since yesterday, whatever end it names. */
const days = ({ begndate, enddate, vali_flag }: Dated, today: CivilDate) => {
  const yesterday = addDays(today, -1);
  const over = vali_flag === '0' && (enddate === undefined || enddate > yesterday);
  if (over) return { begndate, enddate: yesterday };
  return { begndate, ...(enddate !== undefined && { enddate }) };
};
