import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { CLAIM_REFUSALS, claimQuestion, hospitalClaim } from '../../../domain/hospital-claim.ts';
import { imbalanceOf } from '../../../domain/identities.ts';
import type { Output as Reply } from '../../../domain/national/1107.gen.ts';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import { fundsOutput, settlementOutput } from '../../../domain/settlement-output.ts';
import { treatmentSettlement } from './treatment-settlement.ts';
import type { Input, Output } from './wire.gen.ts';

/**
 * 门诊结算: settles one charge batch. The insured place computes; the treatment place keeps the claim, the lines and the
 * answer.
 */
export const outpatientSettle = hospitalTransaction<Input, Output, Reply>()({
  infno: '2207',
  slug: 'outpatient-settle',
  title: '门诊结算',
  kind: 'mutation',
  needs: [
    'data.psn_no', 'data.mdtrt_cert_type', 'data.med_type', 'data.medfee_sumamt', 'data.mdtrt_id', 'data.chrg_bchno',
  ], // prettier-ignore
  refusals: CLAIM_REFUSALS,
  load: (reader, { data }, context) => hospitalClaim(reader, data, context, 'settlement'),
  ask: (found, { data }, context) => claimQuestion('1107', found, data, context),
  decide: (found, { data }, context, reply, asked) => {
    if (isRefusal(found)) return decline(found);
    if (!reply || !asked) return accept<Output>(undefined);
    const settlement = treatmentSettlement(found, data, reply, context.message, asked.msgid);
    const imbalance = imbalanceOf(settlement.shares, settlement.funds);
    if (imbalance !== undefined) return decline(refuse(context.party, 'sums-disagree', imbalance));
    const { mdtrt_id, setl_id } = settlement;
    return accept(
      { setlinfo: settlementOutput(settlement), setldetail: fundsOutput(settlement.funds) },
      [
        { kind: 'settlement.add', settlement },
        { kind: 'batch.settle', mdtrt_id, chrg_bchno: data.chrg_bchno, setl_id },
      ],
      { subject: { mdtrt_id, setl_id, psn_no: data.psn_no } },
    );
  },
  examples: [
    {
      title: '正式结算',
      input: {
        data: {
          psn_no: '{psn_no}', mdtrt_cert_type: '03', mdtrt_cert_no: '{card_no}', card_sn: '{card_sn}', med_type: '14',
          medfee_sumamt: 6.4, psn_setlway: '01', mdtrt_id: '{mdtrt_id}', chrg_bchno: 'B1', insutype: '{insutype}',
          acct_used_flag: '1', invono: 'FP0001', fulamt_ownpay_amt: 0, overlmt_selfpay: 0, preselfpay_amt: 0,
          inscp_scp_amt: 6.4,
        },
      },
    },
  ], // prettier-ignore
  notes: [
    '结算ID：异地为 A + 参保地（6）+ yyMMdd + 7 位，本地为 20 位流水；medins_setl_id 就是本报文的 msgid。',
    '总额须等于批次内已上传明细之和；已结算的批次不能再结算；平台从不改变医疗类别。',
    '应答丢失时先用 2601 冲正原报文，或用同一 msgid 重发取回原应答。',
  ],
});
