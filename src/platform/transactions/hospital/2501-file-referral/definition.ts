import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { applicant, APPLICANT_REFUSALS } from '../../../domain/applications/applicant.ts';
import { newApplication, sentByHospital } from '../../../domain/applications/new-application.ts';
import { waitsForReview } from '../../../domain/applications/waits-for-review.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { referralFault, REFERRAL_REFUSALS } from './referral-fault.ts';
import { referralOf, filingOf } from './referral-of.ts';
import type { Input, Output } from './wire.gen.ts';

/** 转院备案: a hospital of the insured person's own province sends the person to another place, and files for it. */
export const fileReferral = hospitalTransaction<Input, Output>()({
  infno: '2501',
  slug: 'file-referral',
  title: '转院备案',
  kind: 'mutation',
  needs: [
    'refmedin.psn_no', 'refmedin.reflin_medins_no', 'refmedin.reflin_medins_name', 'refmedin.mdtrtarea_admdvs',
    'refmedin.refl_type', 'refmedin.refl_date', 'refmedin.refl_rea',
  ], // prettier-ignore
  refusals: [...APPLICANT_REFUSALS, ...REFERRAL_REFUSALS],
  load: (reader, { refmedin }, context) => ({
    found: applicant(reader, refmedin, 'filing', context),
    receiving: reader.institution(refmedin.reflin_medins_no),
    filings: reader.filings(refmedin.psn_no),
    applications: reader.applicationsOf(refmedin.psn_no),
  }),
  decide: ({ found, receiving, ...there }, { refmedin }, context) => {
    const { institution, message, now, settings, today } = context;
    if (isRefusal(found)) return decline(found);
    const { insuplc, insurance, number, by } = found;
    const filing = filingOf(refmedin, number.trt_dcla_detl_sn);
    const fault = referralFault(refmedin, filing, receiving, there, { insuplc, today, by });
    if (fault) return decline(fault);
    const referral = referralOf(refmedin, insurance.insutype, message);
    const { fixmedins_code } = institution;
    const deed = { ...found, now };
    const sent = newApplication({ kind: 'filing', asked: filing, referral, fixmedins_code }, number, deed);
    const ruling = sentByHospital(sent, settings.applications, deed);
    return accept({ result: [{ trt_dcla_detl_sn: filing.trt_dcla_detl_sn }] }, ruling.writes, {
      ...waitsForReview(ruling.application),
      subject: { psn_no: refmedin.psn_no },
    });
  },
  examples: [
    {
      title: '转往省外',
      input: {
        refmedin: {
          psn_no: '{psn_no}', insutype: '{insutype}', diag_code: 'I25.103', diag_name: '冠心病',
          reflin_medins_no: 'H44030099001', reflin_medins_name: '深圳市沙箱第一人民医院', mdtrtarea_admdvs: '440300',
          hosp_agre_refl_flag: '1', refl_type: '3', refl_date: '2026-09-01', refl_rea: '本院不具备诊治条件',
          refl_opnn: '同意转院',
        },
      },
    },
  ], // prettier-ignore
  notes: [
    '备案种类为转诊；开始日期不填为转院日期，结束日期不填为六个月后。用 5304 查询，2502 撤销。',
    '转院类型 1 市内、2 省内异地、3 省外异地，须与就医地区划相符；转往机构须已登记（1201 可查），并在该就医地内。',
    '同一就医地的转诊备案有效期重叠、或正在办理的，拒绝，并给出原来的流水号。',
  ],
  differences: [
    '沙箱的选择：工作区设置 applications 为 approved（缺省）时即时通过，reviewed 时等参保地经办审核，审核前不生效。',
    '接口文档没有说明跨省人员能否由就医地医院代办；沙箱只办理参保地在本省的人员，其他的请参保人自己向参保地申请。',
    '备案到整个就医地（市），该地联网机构都可就医，不限转往的那一家；市内转院也登记，但结算不用备案。',
    '省内其他统筹区的参保人直接登记到沙箱里的参保地，不问接在外部系统的参保地。',
    '联系方式、病情描述等只保存，供 5304 查询；转诊使用标志、转院前就诊ID 不核对。',
  ],
});
