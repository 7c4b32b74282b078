import { accept, decline, nationalTransaction, type Message } from '../../../dispatch/definition.ts';
import { claimAmountsFault } from '../../../domain/claim-sums.ts';
import { CLAIM_NEEDS, CLAIM_STOPS } from '../../../domain/national/claim-needs.ts';
import type { Input, Output } from '../../../domain/national/1107.gen.ts';
import { claimHeader } from '../../../domain/national/claim-header.ts';
import { fundsOf, sharesOf } from '../../../domain/national/setlinfo.ts';
import { imbalanceOf } from '../../../domain/identities.ts';
import { refuse } from '../../../domain/refusals.ts';
import { relayed } from '../../../domain/relay.ts';
import type { Settlement } from '../../../domain/settlement.ts';
import { visitorNamed } from '../../../domain/national/visitor-named.ts';
import { visitNumberStop } from '../../../domain/visit-number.ts';

/** 门诊结算: relayed to the insured place; one settlement per national visit number. */
export const settle = nationalTransaction<Input, Output, Output>()({
  infno: '1107',
  slug: 'settle',
  title: '门诊结算',
  kind: 'mutation',
  role: 'treatment',
  needs: CLAIM_NEEDS,
  refusals: CLAIM_STOPS,
  load: (reader, { data }) => reader.settlementsByVisitNumber('national', data.mdtrtsn),
  ask: (underIt, input, { party }) =>
    visitNumberStop(underIt, party) ?? claimAmountsFault(input, party) ?? relayed('1107', input),
  decide: (_underIt, { data }, { message, party, hop }, reply) => {
    if (!reply) return accept<Output>(undefined);
    const settlement = nationalRow(data, reply, message, hop);
    const imbalance = imbalanceOf(settlement.shares, settlement.funds);
    if (imbalance !== undefined) return decline(refuse(party, 'sums-disagree', imbalance));
    const { mdtrt_id, setl_id, visitor } = settlement;
    return accept(reply, [{ kind: 'settlement.add', settlement }], {
      subject: { mdtrt_id, setl_id, psn_no: visitor.psn_no },
    });
  },
  examples: [],
  notes: [
    '一个就诊顺序号 mdtrtsn 只结算一次：退费或冲正后再结算要用新的 mdtrtsn；被拒绝的、结果未知后冲正的不算用过。',
    '国家平台只核对合计与分项、明细之和，不重新分割费用。',
    '急诊标志 er_flag 为 1 或医疗类别为急诊抢救的视同已备案；明细的病种须与结算病种相同。',
  ],
  differences: [
    '急诊标志 er_flag 的取值没有公开资料，1 表示急诊是沙箱设定。',
    '退费或冲正后可否再用同一就诊顺序号没有公开规定，不可再用是沙箱按每次结算一个顺序号推定。',
  ],
});

const nationalRow = (
  data: Input['data'],
  { setlinfo, setldetail }: Output,
  message: Message,
  hop: number,
): Settlement => ({
  ...claimHeader(data),
  book: 'national',
  setl_id: setlinfo.setl_sn,
  state: 'effective',
  sender: message.sender,
  msgid: message.msgid,
  ...(hop > 0 && { byHospital: true }),
  visitor: visitorNamed(setlinfo),
  setl_time: setlinfo.setl_time,
  serviceDate: (data.begntime ?? setlinfo.setl_time).slice(0, 10),
  shares: sharesOf(setlinfo),
  funds: fundsOf(setldetail),
  movements: [],
  ...(setlinfo.fulamt_advpay_flag === '1' && { fullAdvance: true }),
  explanation: [],
});
