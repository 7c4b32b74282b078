import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { applicant, APPLICANT_REFUSALS } from '../../../domain/applications/applicant.ts';
import { approvedAtOnce, newApplication } from '../../../domain/applications/new-application.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { choiceFault, CHOICE_REFUSALS } from './choice-fault.ts';
import type { Input, Output } from './wire.gen.ts';

/** 人员定点备案: the institution at which a person wants to be treated. */
export const chooseInstitution = hospitalTransaction<Input, Output>()({
  infno: '2505',
  slug: 'choose-institution',
  title: '人员定点备案',
  kind: 'mutation',
  needs: ['data.psn_no', 'data.biz_appy_type', 'data.begndate', 'data.fix_srt_no', 'data.fixmedins_code'],
  refusals: [...APPLICANT_REFUSALS, ...CHOICE_REFUSALS],
  load: (reader, { data }, context) => ({
    found: applicant(reader, { psn_no: data.psn_no }, 'chosen-institution', context),
    known: reader.institution(data.fixmedins_code),
    chosen: reader.chosenInstitutions(data.psn_no),
  }),
  decide: ({ found, known, chosen }, { data }, context) => {
    const { institution, now, today } = context;
    if (isRefusal(found)) return decline(found);
    const { insurance, number, by } = found;
    const asked = {
      psn_no: data.psn_no,
      insutype: insurance.insutype,
      biz_appy_type: data.biz_appy_type,
      fix_srt_no: data.fix_srt_no,
      fixmedins_code: data.fixmedins_code,
      fixmedins_name: known?.fixmedins_name ?? '',
      begndate: data.begndate,
      ...(data.enddate !== undefined && { enddate: data.enddate }),
    };
    const fault = choiceFault(asked, known, chosen, today, by);
    if (fault) return decline(fault);
    const deed = { ...found, chosen: known, now, note: data.memo };
    const { fixmedins_code } = institution;
    const sent = newApplication({ kind: 'chosen-institution', asked, fixmedins_code }, number, deed);
    const ruling = approvedAtOnce(sent, deed);
    return accept({ result: [{ trt_dcla_detl_sn: number.trt_dcla_detl_sn }] }, ruling.writes, {
      subject: { psn_no: data.psn_no },
    });
  },
  examples: [
    {
      title: '选定本机构',
      input: {
        data: {
          psn_no: '{psn_no}', biz_appy_type: '03', begndate: '2026-09-01', fix_srt_no: '1',
          fixmedins_code: '{fixmedins_code}', fixmedins_name: '沙箱医院',
        },
      },
    },
  ], // prettier-ignore
  notes: [
    '可用的业务申请类型：01 门慢门特登记、03 就医定点医疗机构登记；险种取本人在参保地的第一个正常险种。',
    '同一险种、类型和排序号 fix_srt_no 只能有一个有效的定点；用 5302 查询，2506 撤销。',
    '选定的机构须已登记（1201 可查），名称以登记的为准。',
  ],
  differences: [
    '选定即生效，不经审核，与工作区设置 applications 无关。',
    '接口表没有病种：这样的定点对全部病种有效。选定的是外省机构时，跨省门诊慢特病只能在选定的机构结算；选定本省机构不限制跨省。',
    '本地、省内的结算不检查定点；代办人信息不保存。',
    '接口文档没有说明跨省人员能否由就医地医院代办；沙箱只办理参保地在本省的人员，其他的请参保人自己向参保地申请。',
  ],
});
