import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { AGAIN_REFUSALS } from '../../../domain/voucher/again.ts';
import { BATCH_REFUSALS, batchFault } from '../../../domain/voucher/batch.ts';
import { packedOf, takeBatch, VOUCHER_BODY } from '../../../domain/voucher/take-batch.ts';
import { loadAgain } from './load.ts';
import { rowsAgain } from './rows-again.ts';
import type { Input } from './wire.gen.ts';

/** 医疗机构重新上传电子结算凭证信息: a new version of vouchers that are there, good or bad, perhaps under another number. */
export const uploadVouchersAgain = hospitalTransaction<Input>()({
  infno: '4905',
  slug: 'upload-vouchers-again',
  title: '医疗机构重新上传电子结算凭证信息',
  kind: 'mutation',
  needs: [
    'fixmedinsCode', 'elecSetlCertCnt', 'bizStsb', 'upldBchno', 'reUploadDetlDTOList[].elecSetlCertNo',
    'reUploadDetlDTOList[].elecSetlCertType', 'reUploadDetlDTOList[].certSetlType', 'reUploadDetlDTOList[].mdtrtType',
    'reUploadDetlDTOList[].billDate', 'reUploadDetlDTOList[].medfeeSumamt',
    'reUploadDetlDTOList[].initElecSetlCertNo', 'reUploadDetlDTOList[].initUpldWay', 'reUploadDetlDTOList[].rea',
    'reUploadDetlDTOList[].certCodeNoErrFlag',
  ], // prettier-ignore
  refusals: [...BATCH_REFUSALS, ...AGAIN_REFUSALS],
  maxBody: VOUCHER_BODY,
  packed: packedOf,
  load: loadAgain,
  decide: ({ batch, rows: loaded, onboarding }, { reUploadDetlDTOList: _rows, ...sent }, context) => {
    const relations = loaded.map(({ relation }) => relation);
    const interval = batchFault({ ...sent, rows: relations }, context.unpacked, onboarding, context);
    if (isRefusal(interval)) return decline(interval);
    const rows = batch ? loaded : rowsAgain(loaded, context);
    if (isRefusal(rows)) return decline(rows);
    const taken = takeBatch({ way: '4905', sent: { ...sent, rows: relations }, interval, rows }, batch, context);
    return isRefusal(taken) ? decline(taken) : accept(undefined, taken.writes, taken.told);
  },
  examples: [
    {
      title: '重传一张凭证；压缩包用 kuasheng voucher make --again 生成',
      input: {
        fixmedinsCode: '{fixmedins_code}', fixmedinsName: '{fixmedins_name}', elecSetlCertCnt: 1,
        bizStsb: '{bizStsb}', upldBchno: '{upldBchno}', filename: '{upldBchno}.zip', upldMode: '1',
        ftfileCompac: '{ftfileCompac}',
        reUploadDetlDTOList: [
          {
            elecSetlCertCode: '{elecSetlCertCode}', elecSetlCertNo: '{elecSetlCertNo}',
            elecSetlCertChkcode: '{elecSetlCertChkcode}', elecSetlCertType: '1', certSetlType: '1', mdtrtType: '1',
            billDate: '{billDate}', medfeeSumamt: '{medfeeSumamt}', insuplcAdmdvs: '{insuplc}', bizSn: '{mdtrt_id}',
            setlId: '{setl_id}', setlTime: '{setlTime}', psnNo: '{psn_no}', psnName: '{psn_name}',
            certno: '{certno}', insutype: '{insutype}', maindiagCode: '{maindiagCode}',
            maindiagName: '{maindiagName}', mdtrtareaAdmdvs: '{mdtrtareaAdmdvs}',
            initElecSetlCertCode: '{elecSetlCertCode}', initElecSetlCertNo: '{elecSetlCertNo}', initUpldWay: '1',
            rea: '文件有误', certCodeNoErrFlag: '0',
          },
        ],
      },
    },
  ], // prettier-ignore
  notes: [
    '原凭证须是本机构用 4901 上传（initUpldWay 1）、已经校验过的；正常的和失败的都可以重传。',
    '已报销、已冲红的不能重传。重传形成新版本：新版本失败时，原来正常的版本仍然有效。',
    '号码写错的：填新号码，certCodeNoErrFlag 填 1；新号码校验通过后原号码不再有效。',
    '不带压缩包时沿用原来的文件。结果用本次的批次号查 4902。',
  ],
  differences: [
    'initUpldWay 2（4903 上传）没有；certCodeNoErrFlag 的值 0、1 接口表没有写明，由沙箱规定。',
    '重传不能把正常票改成冲红票，也不能改冲另一张。',
  ],
});
