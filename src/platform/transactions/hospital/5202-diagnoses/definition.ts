import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { Visit } from '../../../domain/visit.ts';
import { openVisit } from '../../../domain/visit-access.ts';
import type { Input, Output } from './wire.gen.ts';

/** 诊断信息查询: the diagnoses of a visit that hold after the last 2203. */
export const diagnoses = hospitalTransaction<Input, Output>()({
  infno: '5202',
  slug: 'diagnoses',
  title: '诊断信息查询',
  kind: 'query',
  needs: ['data.mdtrt_id', 'data.psn_no'],
  refusals: ['visit-unknown', 'visit-withdrawn', 'place-mismatch'],
  load: (reader, { data }) => reader.visit(data.mdtrt_id),
  decide: (found, { data }, { institution, party, message }) => {
    const visit = openVisit(found, institution, { psn_no: data.psn_no, ...message }, party);
    if (isRefusal(visit)) return decline(visit);
    return accept({ diseinfo: diagnosesOf(visit) }, [], { subject: data });
  },
  examples: [{ title: '一次就诊的诊断', input: { data: { mdtrt_id: '{mdtrt_id}', psn_no: '{psn_no}' } } }],
  notes: ['用 2203 作废（vali_flag 0）的诊断不列；排序号最小的为主诊断。'],
  differences: [
    '诊断信息ID 为就诊ID 加两位序号。',
    '门诊没有出入院之分，inout_diag_type 一律答 1；上传时没有的科室、医生答空，没有的诊断时间答挂号时间。',
  ],
});

const diagnosesOf = ({ mdtrt_id, visitor: { psn_no }, begntime, treatment }: Visit): Output['diseinfo'] =>
  (treatment?.diagnoses ?? []).map((row, index) => ({
    diag_info_id: mdtrt_id + String(index + 1).padStart(2, '0'),
    mdtrt_id,
    psn_no,
    inout_diag_type: '1',
    diag_type: row.diag_type,
    maindiag_flag: index === 0 ? '1' : '0',
    diag_srt_no: row.diag_srt_no,
    diag_code: row.diag_code,
    diag_name: row.diag_name,
    diag_dept: row.diag_dept ?? '',
    dise_dor_no: row.dise_dor_no ?? '',
    dise_dor_name: row.dise_dor_name ?? '',
    diag_time: row.diag_time ?? begntime,
  }));
