import type { Settlement } from '../../../domain/settlement.ts';
import { visitorOutput } from '../../../domain/settlement-output.ts';
import type { Visit } from '../../../domain/visit.ts';
import type { Output } from './wire.gen.ts';

type Row = Output['mdtrtinfo'][number];

/** 门诊挂号: the category of a visit of which 2203 has said nothing yet (sandbox). */
const REGISTERED_ONLY = '12';

/** Longest text of otp_diag_info. */
const DIAGNOSES = 200;

/** The category 医疗类别 of a visit. */
export const medTypeOf = (visit: Visit): string => visit.treatment?.med_type ?? REGISTERED_ONLY;

/** A visit as 5201 prints it; it ends with its last settlement (sandbox: an outpatient visit has no end of its own). */
export const visitRow = (visit: Visit, settlements: readonly Settlement[]): Row => {
  const { mdtrt_id, visitor, begntime, treatment } = visit;
  const last = settlements.filter((row) => row.state !== 'reversed').at(-1);
  return {
    mdtrt_id,
    ...visitorOutput(visitor, begntime),
    insu_optins: visit.insuplc,
    begntime,
    endtime: last?.setl_time ?? begntime,
    mdtrt_cert_type: visit.mdtrt_cert_type,
    med_type: medTypeOf(visit),
    ipt_otp_no: visit.ipt_otp_no,
    atddr_no: visit.atddr_no,
    chfpdr_name: visit.dr_name,
    adm_dept_codg: visit.dept_code,
    adm_dept_name: visit.dept_name,
    main_cond_dscr: treatment?.main_cond_dscr,
    dise_codg: treatment?.dise_codg,
    dise_name: treatment?.dise_name,
    otp_diag_info: treatment?.diagnoses
      .map((row) => row.diag_name)
      .join('；')
      .slice(0, DIAGNOSES),
  };
};
