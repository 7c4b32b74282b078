import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { Settlement } from '../../../domain/settlement.ts';
import { SETTLEMENT_ASKED_REFUSALS, settlementAsked } from '../../../domain/settlement-asked.ts';
import type { Batch, UploadedLine } from '../../../domain/visit.ts';
import { feeRow, refundedLine } from './fee-row.ts';
import type { Input, Output } from './wire.gen.ts';

/** 费用明细查询: the lines of a settlement or refund of this hospital, as the place of treatment split them. */
export const feeLines = hospitalTransaction<Input, Output>()({
  infno: '5204',
  slug: 'fee-lines',
  title: '费用明细查询',
  kind: 'query',
  needs: ['data.psn_no', 'data.setl_id'],
  refusals: SETTLEMENT_ASKED_REFUSALS,
  load: (reader, { data }, { institution }) => {
    const found = reader.settlement('treatment', data.setl_id);
    const lines = found ? linesOf(found, reader.batch(found.mdtrt_id, found.chrg_bchno ?? '')) : undefined;
    const items = (lines ?? []).map((line) => reader.item(institution.admdvs, line.med_list_codg));
    return { found, lines, items };
  },
  decide: ({ found, lines, items }, { data }, context) => {
    const settlement = settlementAsked(found, data, context);
    if (isRefusal(settlement)) return decline(settlement);
    const rows = (lines ?? []).map((line, index) => feeRow(line, items[index], settlement));
    return accept(rows, [], {
      subject: { mdtrt_id: settlement.mdtrt_id, setl_id: settlement.setl_id, psn_no: data.psn_no },
      ...(!lines && { warn_msg: '该笔结算退费后，明细已撤销或重新上传，不再保留' }),
    });
  },
  examples: [
    { title: '一笔结算的明细', input: { data: { psn_no: '{psn_no}', setl_id: '{setl_id}', mdtrt_id: '{mdtrt_id}' } } },
  ],
  notes: [
    'output 本身就是明细列表，不再套一层节点。',
    '省内任何一地为跨省参保人结算后，事后不能用本交易查询，请保存 2204 和 2207 的出参用于打印。',
    '用退费的结算ID查，得到同样的明细，数量与金额为负，单价不变。',
  ],
  differences: [
    '直接返回列表；有的平台改为给出文件号，用 9102 下载。',
    '医保目录编码 hilist_code 即医疗目录编码；目录里没有的编码，名称答机构目录编码，目录类别答 105 其他。',
    '退费后明细又被撤销（2205）或同一批次重新上传的，原结算和退费记录都不再查得到明细，warn_msg 说明。',
  ],
});

/** The lines that were settled; none when the batch was changed since, which only a refund makes possible. */
const linesOf = (settlement: Settlement, batch: Batch | undefined): readonly UploadedLine[] | undefined => {
  if (batch?.revision !== settlement.batchRevision) return undefined;
  return settlement.refundOf === undefined ? batch?.lines : batch?.lines.map(refundedLine);
};
