import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { qualificationThere } from '../../../domain/applications/already-there.ts';
import { applicant, APPLICANT_REFUSALS } from '../../../domain/applications/applicant.ts';
import { newApplication, sentByHospital } from '../../../domain/applications/new-application.ts';
import { waitsForReview } from '../../../domain/applications/waits-for-review.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { applicationFault } from './application-fault.ts';
import type { Input, Output } from './wire.gen.ts';

/** 人员慢特病备案: the hospital that has identified a chronic disease applies for the person's qualification. */
export const applyQualification = hospitalTransaction<Input, Output>()({
  infno: '2503',
  slug: 'apply-qualification',
  title: '人员慢特病备案',
  kind: 'mutation',
  needs: ['data.psn_no', 'data.insutype', 'data.opsp_dise_code', 'data.opsp_dise_name', 'data.begndate'],
  refusals: [
    ...APPLICANT_REFUSALS, 'disease-code', 'identified-later', 'match-dates', 'begin-too-late', 'qualification-held',
    'application-pending',
  ], // prettier-ignore
  load: (reader, { data }, context) => ({
    found: applicant(reader, data, 'qualification', context),
    qualifications: reader.qualifications(data.psn_no),
    applications: reader.applicationsOf(data.psn_no),
  }),
  decide: ({ found, ...there }, { data }, context) => {
    const { institution, now, settings, today } = context;
    if (isRefusal(found)) return decline(found);
    const { number, by } = found;
    const asked = {
      trt_dcla_detl_sn: number.trt_dcla_detl_sn,
      psn_no: data.psn_no,
      insutype: data.insutype,
      local_dise_code: data.opsp_dise_code,
      opsp_dise_code: data.opsp_dise_code,
      opsp_dise_name: data.opsp_dise_name,
      begndate: data.begndate,
      ...(data.enddate !== undefined && { enddate: data.enddate }),
    };
    const fault = applicationFault(data, today, by) ?? qualificationThere(there, asked, by);
    if (fault) return decline(fault);
    const deed = { ...found, now, note: data.memo };
    const { fixmedins_code } = institution;
    const sent = newApplication({ kind: 'qualification', asked, fixmedins_code }, number, deed);
    const ruling = sentByHospital(sent, settings.applications, deed);
    return accept({ result: [{ trt_dcla_detl_sn: asked.trt_dcla_detl_sn }] }, ruling.writes, {
      ...waitsForReview(ruling.application),
      subject: { psn_no: data.psn_no },
    });
  },
  examples: [
    {
      title: '申报一个病种',
      input: {
        data: {
          psn_no: '{psn_no}', insutype: '{insutype}', opsp_dise_code: 'M05300', opsp_dise_name: '慢性阻塞性肺疾病',
          insu_optins: '{insuplc_admdvs}', ide_fixmedins_no: '{fixmedins_code}', ide_fixmedins_name: '沙箱医院',
          hosp_ide_date: '2026-09-01', diag_dr_codg: 'D440300999001', diag_dr_name: '沙箱医生', begndate: '2026-09-01',
        },
      },
    },
  ], // prettier-ignore
  notes: [
    '通过后 5301 查得到，待遇从开始日期起享受；用 2504 撤销。',
    '同一险种、同一病种的有效期重叠、或正在办理的，拒绝，并给出原来的流水号。',
    '开始日期 begndate 最晚为一年后，医院鉴定日期不能晚于当天。',
  ],
  differences: [
    '沙箱的选择：工作区设置 applications 为 approved（缺省）时即时认定，reviewed 时等参保地经办受理、认定。',
    '接口文档没有说明跨省人员能否由就医地医院代办；沙箱只办理参保地在本省的人员，其他的请参保人自己向参保地申请。',
    '不核对鉴定机构、医师和病种是否在参保地的目录内，参保地开始日期照医院所填；来的流水号 trt_dcla_detl_sn 不用。',
    '省内其他统筹区的参保人直接登记到沙箱里的参保地，不问接在外部系统的参保地。',
  ],
});
