import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import { openVisit } from '../../../domain/visit-access.ts';
import { uploadLines } from './upload-lines.ts';
import type { Input, Output } from './wire.gen.ts';

/** 门诊费用明细信息上传: splits every line by the catalogue of the place of treatment and answers line by line. */
export const uploadFees = hospitalTransaction<Input, Output>()({
  infno: '2204',
  slug: 'upload-fees',
  title: '门诊费用明细信息上传',
  kind: 'mutation',
  needs: [
    'feedetail[].feedetl_sn', 'feedetail[].mdtrt_id', 'feedetail[].psn_no', 'feedetail[].chrg_bchno',
    'feedetail[].med_list_codg', 'feedetail[].det_item_fee_sumamt', 'feedetail[].cnt', 'feedetail[].pric',
  ], // prettier-ignore
  refusals: [
    'lines-empty', 'line-visits', 'visit-unknown', 'visit-withdrawn', 'place-mismatch', 'line-sign', 'line-amount',
    'line-too-large', 'line-repeated', 'line-disease', 'batch-settled',
  ], // prettier-ignore
  load: (reader, { feedetail }, { institution }) => {
    const [first] = feedetail;
    const codes = new Set(feedetail.map((line) => line.med_list_codg));
    return {
      found: first && reader.visit(first.mdtrt_id),
      batches: first ? reader.batches(first.mdtrt_id) : [],
      items: new Map([...codes].map((code) => [code, reader.item(institution.admdvs, code)])),
    };
  },
  decide: ({ found, batches, items }, { feedetail }, context) => {
    const { party, institution, message } = context;
    const [first] = feedetail;
    if (!first) return decline(refuse(party, 'lines-empty'));
    const same = feedetail.every((line) => line.mdtrt_id === first.mdtrt_id && line.psn_no === first.psn_no);
    if (!same) return decline(refuse(party, 'line-visits'));
    const visit = openVisit(found, institution, { psn_no: first.psn_no, ...message }, party);
    if (isRefusal(visit)) return decline(visit);
    const uploaded = uploadLines(feedetail, visit, batches, items, context);
    if (isRefusal(uploaded)) return decline(uploaded);
    const writes = uploaded.batches.map((batch) => ({ kind: 'batch.put' as const, batch }));
    return accept({ result: uploaded.result }, writes, { subject: { mdtrt_id: first.mdtrt_id, psn_no: first.psn_no } });
  },
  examples: [
    {
      title: '两条明细，一个批次',
      input: {
        feedetail: [
          {
            feedetl_sn: '1', mdtrt_id: '{mdtrt_id}', psn_no: '{psn_no}', chrg_bchno: 'B1', dise_codg: 'M03900',
            rx_circ_flag: '0', fee_ocur_time: '{now}', med_list_codg: '{item}', medins_list_codg: 'HIS001',
            det_item_fee_sumamt: 6.4, cnt: 2, pric: 3.2, bilg_dept_codg: 'A03.04', bilg_dept_name: '心血管内科',
            bilg_dr_codg: 'D440300999001', bilg_dr_name: '沙箱医生', hosp_appr_flag: '0',
          },
        ],
      },
    },
  ], // prettier-ignore
  notes: [
    '门诊明细一律按就医地目录分割（省外就医、省内异地门诊）；目录里没有的编码按全自费处理并在 memo 说明。',
    '|数量 × 单价 − 金额| ≤ 0.01；退费行单价为正，数量与金额为负。',
    '限制使用项目：hosp_appr_flag 为 0 或 2 → 自费，1 → 可报销；非限制项目：2 → 自费。',
    '门诊慢特病：就医地有病种支付范围的，范围外的明细按全自费处理并在 memo 说明；没有清单的不限。',
    '一个批次只有一个病种；一次可传几个批次；未结算的批次可以续传。',
  ],
  differences: [
    '按上传明细时的医疗类别和病种分割；之后用 2203 改了的，先用 2205 撤销明细再上传。',
    '病种支付范围只有深圳高血压一份示例（沙箱设定），不是任何地方的支付范围。',
  ],
});
