import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import { voucherAsked } from './voucher-asked.ts';
import type { Input, Output } from './wire.gen.ts';

/** 查询电子结算凭证状态: whether a voucher was reimbursed or taken back. Only a normal voucher has a status. */
export const voucherStatus = hospitalTransaction<Input, Output>()({
  infno: '5501',
  slug: 'voucher-status',
  title: '查询电子结算凭证状态',
  kind: 'query',
  needs: ['fixmedinsCode', 'elecSetlCertNo', 'elecSetlCertType'],
  refusals: ['voucher-institution', 'voucher-unknown', 'voucher-checking', 'voucher-failed', 'voucher-replaced'],
  load: (reader, { elecSetlCertNo }, { institution }) =>
    reader.vouchersNumbered(institution.fixmedins_code, elecSetlCertNo),
  decide: (vouchers, asked, { institution, party }) => {
    const own = institution.fixmedins_code;
    if (asked.fixmedinsCode !== own) return decline(refuse(party, 'voucher-institution', asked.fixmedinsCode, own));
    const voucher = voucherAsked(vouchers, asked, party);
    if (isRefusal(voucher)) return decline(voucher);
    const { relation, rhredFlag, reimFlag } = voucher;
    const { elecSetlCertCode, elecSetlCertNo, elecSetlCertChkcode, elecSetlCertType, certSetlType } = relation;
    return accept<Output>({
      elecSetlCertCode, elecSetlCertNo, elecSetlCertChkcode, elecSetlCertType, certSetlType, rhredFlag, reimFlag,
    }); // prettier-ignore
  },
  examples: [
    {
      title: '查一张凭证报销、冲红了没有',
      input: {
        fixmedinsCode: '{fixmedins_code}', fixmedinsName: '{fixmedins_name}', elecSetlCertCode: '{elecSetlCertCode}',
        elecSetlCertNo: '{elecSetlCertNo}', elecSetlCertType: '1',
      },
    },
  ], // prettier-ignore
  notes: [
    '只有正常的凭证有状态：还在校验的、校验失败的、已更正号码的，各以文字拒绝并说明下一步。',
    '代码和校验码可以不填；填了就要相符。同一号码有几个代码时须填代码。',
    '报销由 kuasheng voucher mark 或手工报销登记；冲红由冲红票（4901）或 kuasheng voucher mark 登记。',
  ],
  differences: ['接口表没有单据状态字段，处理中与失败由沙箱以拒绝说明。'],
});
