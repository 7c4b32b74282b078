import { maskRealNumbers } from '../../../../kernel/identity-number.ts';
import { accept, credentialTransaction, decline } from '../../../dispatch/definition.ts';
import type { TerminalNotice } from '../../../domain/e-credential/terminal-notice.ts';
import { refuse } from '../../../domain/refusals.ts';
import type { Input, Output } from './wire.gen.ts';

/** 终端显示结算结果: what the terminal shows is kept, for testers to read. */
export const showSettlement = credentialTransaction<Input, Output>()({
  infno: 'cn.nhsa.settle.notify',
  slug: 'show-settlement',
  title: '终端显示结算结果',
  kind: 'mutation',
  needs: ['outBizNo', 'medicalSettleState'],
  refusals: ['settle-state-unknown'],
  load: () => undefined,
  decide: (_facts, input, { institution: { fixmedins_code }, now, seq, party }) => {
    const { outBizNo, medicalSettleState: state, extData } = input;
    if (state !== 'SUCCESS' && state !== 'FAIL') return decline(refuse(party, 'settle-state-unknown', state));
    const notice: TerminalNotice = { seq, fixmedins_code, at: now, state, shown: masked(input) };
    return accept({ outBizNo, extData }, [{ kind: 'terminal-notice.put', notice }]);
  },
  examples: [
    {
      title: '结算成功',
      input: {
        orgId: '{fixmedins_code}', outBizNo: 'BIZ0001', medicalSettleState: 'SUCCESS', operatorId: 'S001',
        operatorName: '收费员', totalFee: 6.4, bizType: 'settle', idNo: '{certno}', userName: '{psn_name}',
        setlTime: '{now}', hospitalName: '{fixmedins_name}', medicalSettleNo: 'A0001', ownAmt: 1.4, hifAmt: 5,
        acctAmt: 0, hifpAmt: 5, balance: 100,
        drugList: [
          { ITEM_NO: '1', ITEMNAME: '氨氯地平片', HI_ITEM: 'Y', PRIC: 6.4, ITEM_CNT: 1, ITEM_AMT: 6.4 },
        ],
      },
    },
  ],
  notes: ['显示的内容见控制接口 GET /_sandbox/credentials/notices；沙箱不核对金额。'],
  differences: ['真实终端显示在屏幕上；沙箱存档供查看。'],
}); // prettier-ignore

const masked = (input: Input): TerminalNotice['shown'] =>
  JSON.parse(maskRealNumbers(JSON.stringify(input))) as TerminalNotice['shown'];
