import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { BATCH_REFUSALS, batchFault } from '../../../domain/voucher/batch.ts';
import { voucherKey } from '../../../domain/voucher/keys.ts';
import { packedOf, takeBatch, VOUCHER_BODY } from '../../../domain/voucher/take-batch.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { Input } from './wire.gen.ts';

/** 医疗机构上传电子结算凭证: up to 100 vouchers in a zip. What is wrong with one of them, 4902 tells after the check. */
export const uploadVouchers = hospitalTransaction<Input>()({
  infno: '4901',
  slug: 'upload-vouchers',
  title: '医疗机构上传电子结算凭证',
  kind: 'mutation',
  needs: [
    'fixmedinsCode', 'elecSetlCertCnt', 'bizStsb', 'upldBchno', 'ftfileCompac', 'upldDetlList[].elecSetlCertNo',
    'upldDetlList[].elecSetlCertType', 'upldDetlList[].certSetlType', 'upldDetlList[].mdtrtType',
    'upldDetlList[].billDate', 'upldDetlList[].medfeeSumamt',
  ], // prettier-ignore
  refusals: BATCH_REFUSALS,
  maxBody: VOUCHER_BODY,
  packed: packedOf,
  load: (reader, { upldBchno, upldDetlList }, { institution: { fixmedins_code } }) => ({
    onboarding: reader.voucherOnboarding(fixmedins_code),
    batch: reader.voucherBatch(fixmedins_code, upldBchno),
    vouchers: upldDetlList.map((row) => reader.voucher(voucherKey(fixmedins_code, row))),
  }),
  decide: ({ batch, vouchers, onboarding }, { upldDetlList: relations, ...sent }, context) => {
    const interval = batchFault({ ...sent, rows: relations }, context.unpacked, onboarding, context);
    if (isRefusal(interval)) return decline(interval);
    const rows = relations.map((relation, index) => ({ relation, voucher: vouchers[index] }));
    const taken = takeBatch({ way: '4901', sent: { ...sent, rows: relations }, interval, rows }, batch, context);
    return isRefusal(taken) ? decline(taken) : accept(undefined, taken.writes, taken.told);
  },
  examples: [
    {
      title: '上传一张实时结算的凭证；压缩包用 kuasheng voucher make 生成',
      input: {
        fixmedinsCode: '{fixmedins_code}', fixmedinsName: '{fixmedins_name}', elecSetlCertCnt: 1,
        bizStsb: '{bizStsb}', upldBchno: '{upldBchno}', filename: '{upldBchno}.zip', upldMode: '1',
        ftfileCompac: '{ftfileCompac}',
        upldDetlList: [
          {
            elecSetlCertCode: '{elecSetlCertCode}', elecSetlCertNo: '{elecSetlCertNo}',
            elecSetlCertChkcode: '{elecSetlCertChkcode}', elecSetlCertType: '1', certSetlType: '1', mdtrtType: '1',
            billDate: '{billDate}', medfeeSumamt: '{medfeeSumamt}', insuplcAdmdvs: '{insuplc}', bizSn: '{mdtrt_id}',
            setlId: '{setl_id}', setlTime: '{setlTime}', psnNo: '{psn_no}', psnName: '{psn_name}',
            certno: '{certno}', insutype: '{insutype}', maindiagCode: '{maindiagCode}',
            maindiagName: '{maindiagName}', mdtrtareaAdmdvs: '{mdtrtareaAdmdvs}',
          },
        ],
      },
    },
  ], // prettier-ignore
  notes: [
    '压缩包为 zip，文件直接放在包内：代码-号码.ofd 或 .pdf；上传模式 2 另加 代码-号码-extinfo.xml。没有代码的（数电票）只用号码。',
    '整批的问题（数量、批次号、压缩包、文件名）当场拒绝，不留下任何一张；单张的问题由 4902 的 savFaleRea 说明。',
    '校验由沙箱时钟推动，默认 5 秒后完成（设置 voucherSeconds）；停住的时钟用 kuasheng clock advance +1min 推进。',
    '同一批次号、同一内容再传不重复办理；同一凭证同一内容换批次号再传，得到第一次的结果。',
    '没有接入的机构不能上传；沙箱的机构缺省在“测试”（设置 voucherOnboarding），要走接入流程见 kuasheng voucher onboarding。',
    '造一批可直接上传的样张：kuasheng voucher make --settlement 结算ID。',
  ],
  differences: [
    '文件命名的连接符、业务区间 bizStsb 的写法、大小限制（版式文件 2 MiB，XML 512 KiB）接口表没有写明，由沙箱规定。',
    '校验内容和失败原因的文字由沙箱规定；印章与电子签名不验证。',
    '上传模式 upldMode 不填按 1。',
    '机构缺省视为已在“测试”，测试与正式是同一套环境；平台对未接入机构的答复没有公开，文字由沙箱规定。',
  ],
});
