import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { withTreatment } from '../../../domain/treatment-upload.ts';
import { openVisit } from '../../../domain/visit-access.ts';
import type { Input } from './wire.gen.ts';

/** 门诊就诊信息上传: category, disease and diagnoses of a visit. */
export const visit = hospitalTransaction<Input>()({
  infno: '2203',
  slug: 'visit',
  title: '门诊就诊信息上传',
  kind: 'mutation',
  needs: ['mdtrtinfo.mdtrt_id', 'mdtrtinfo.psn_no', 'mdtrtinfo.med_type'],
  refusals: ['visit-unknown', 'visit-withdrawn', 'place-mismatch', 'med-type-fixed'],
  load: (reader, { mdtrtinfo: { mdtrt_id } }) => ({ found: reader.visit(mdtrt_id), batches: reader.batches(mdtrt_id) }),
  decide: ({ found, batches }, { mdtrtinfo, diseinfo = [] }, { party, institution, message, now }) => {
    const open = openVisit(found, institution, { psn_no: mdtrtinfo.psn_no, ...message }, party);
    if (isRefusal(open)) return decline(open);
    const visit = withTreatment(open, mdtrtinfo, diseinfo, batches, dateTimeOf(now), party);
    if (isRefusal(visit)) return decline(visit);
    return accept(undefined, [{ kind: 'visit.put', visit }], { subject: mdtrtinfo });
  },
  examples: [
    {
      title: '门诊慢特病，高血压',
      input: {
        mdtrtinfo: {
          mdtrt_id: '{mdtrt_id}', psn_no: '{psn_no}', med_type: '14', begntime: '{now}',
          dise_codg: 'M03900', dise_name: '高血压',
        },
        diseinfo: [
          {
            diag_type: '1', diag_srt_no: 1, diag_code: 'I10.x00x002', diag_name: '高血压', diag_dept: '心血管内科',
            dise_dor_no: 'D440300999001', dise_dor_name: '沙箱医生', diag_time: '{now}', vali_flag: '1',
          },
        ],
      },
    },
  ], // prettier-ignore
  notes: ['作废诊断：用 vali_flag 0 重新上传该诊断。', '一次就诊只有一个医疗类别；结算后不能更改。'],
});
