import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { refuse } from '../../../domain/refusals.ts';
import type { Input, Output } from './wire.gen.ts';

/** 查询医疗机构电子结算凭证上传结果: one row for each voucher of a batch, its reasons where it was not taken. */
export const uploadResult = hospitalTransaction<Input, Output>()({
  infno: '4902',
  slug: 'upload-result',
  title: '查询医疗机构电子结算凭证上传结果',
  kind: 'query',
  needs: ['fixmedinsCode', 'bizStsb', 'upldBchno'],
  refusals: ['voucher-institution', 'voucher-batch-unknown'],
  load: (reader, { upldBchno }, { institution: { fixmedins_code } }) => ({
    batch: reader.voucherBatch(fixmedins_code, upldBchno),
    uploads: reader.voucherUploads(fixmedins_code, upldBchno),
  }),
  decide: ({ batch, uploads }, { fixmedinsCode, bizStsb, upldBchno }, { institution, party }) => {
    const own = institution.fixmedins_code;
    if (fixmedinsCode !== own) return decline(refuse(party, 'voucher-institution', fixmedinsCode, own));
    if (batch?.bizStsb !== bizStsb) return decline(refuse(party, 'voucher-batch-unknown', upldBchno));
    return accept(
      uploads.map(({ relation, ftfileSavRslt, chkRslt, savFaleRea }) => ({
        elecSetlCertCode: relation.elecSetlCertCode,
        elecSetlCertNo: relation.elecSetlCertNo,
        elecSetlCertChkcode: relation.elecSetlCertChkcode,
        elecSetlCertType: relation.elecSetlCertType,
        certSetlType: relation.certSetlType,
        ftfileSavRslt,
        chkRslt,
        savFaleRea,
      })),
    );
  },
  examples: [
    {
      title: '查一个批次的上传结果',
      input: {
        fixmedinsCode: '{fixmedins_code}', fixmedinsName: '{fixmedins_name}', bizStsb: '{bizStsb}',
        upldBchno: '{upldBchno}',
      },
    },
  ], // prettier-ignore
  notes: [
    '结果 0 处理中、1 成功、2 失败；失败的两项都看 savFaleRea。文件没有保存的，关联关系也记为失败。',
    '业务区间 bizStsb 应与上传时相同。4905 重传的批次也在这里查。',
  ],
  differences: ['失败原因的文字由沙箱规定，最多 200 字。'],
});
