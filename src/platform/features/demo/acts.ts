import { moneyAdds, moneyChecks, negated, sameMoney, splitChecks, type Check } from './checks.ts';
import { feeInput, personInput, registerInput, settleInput, trialInput, visitInput } from './inputs.ts';
import { textAt } from './answer-values.ts';
import type { Bill } from './bill.ts';
import type { SoFar } from './so-far.ts';

/** One message of the play: what it says, and what must hold of its answer. */
export type Act = {
  /** Later acts name it by this. */
  readonly key: string;
  readonly infno: string;
  /** What happens, in plain words. */
  readonly title: string | ((bill: Bill) => string);
  readonly input: (so: SoFar) => object;
  /** Sends the very bytes of that act once more instead. */
  readonly repeats?: string;
  readonly checks?: (output: unknown, so: SoFar) => readonly Check[];
};

const reversal = (so: SoFar, key: string, oinfno: string) => ({
  data: { psn_no: so.text('person', 'baseinfo.psn_no'), omsgid: so.msgid(key), oinfno },
});

/**
 * The main job: a patient from another province is settled, the answer is lost, repeated, refunded, reversed,
 * settled.
 */
export const ACTS: readonly Act[] = [
  {
    key: 'sign-in',
    infno: '9001',
    title: '收费员签到',
    input: () => ({ signIn: { opter_no: 'S001', mac: '02-00-00-00-00-01', ip: '127.0.0.1' } }),
  },
  { key: 'person', infno: '1101', title: '刷社会保障卡，取参保信息', input: personInput },
  { key: 'register', infno: '2201', title: '挂号，参保地登记', input: registerInput },
  {
    key: 'visit',
    infno: '2203',
    title: ({ dise_name }) => `上传就诊信息：门诊慢特病，${dise_name}`,
    input: visitInput,
  },
  {
    key: 'fees',
    infno: '2204',
    title: ({ lines }) => `上传 ${lines.length} 条费用明细，按就医地目录分割`,
    input: feeInput,
    checks: splitChecks,
  },
  {
    key: 'trial',
    infno: '2206',
    title: '预结算，不落账',
    input: trialInput,
    checks: (output) => [moneyAdds(output)],
  },
  {
    key: 'settle',
    infno: '2207',
    title: '结算，按参保地政策',
    input: settleInput,
    checks: (output, so) => [...moneyChecks(output), sameMoney(output, so.output('trial'), '与预结算各项金额相同')],
  },
  {
    key: 'again',
    infno: '2207',
    title: '假定应答丢失：原报文原样重发',
    input: settleInput,
    repeats: 'settle',
    checks: (_output, so) => [
      { text: '应答与上次逐字节相同，没有重复结算', holds: so.bytes('again') === so.bytes('settle') },
    ],
  },
  {
    key: 'refund',
    infno: '2208',
    title: '退费：撤销结算',
    input: (so) => ({
      data: {
        setl_id: so.text('settle', 'setlinfo.setl_id'),
        mdtrt_id: so.text('register', 'data.mdtrt_id'),
        psn_no: so.text('person', 'baseinfo.psn_no'),
      },
    }),
    checks: (output, so) => [moneyAdds(output), negated(so.output('settle'), output)],
  },
  {
    key: 'reverse-refund',
    infno: '2601',
    title: '冲正刚才的退费（2208）',
    input: (so) => reversal(so, 'refund', '2208'),
  },
  {
    key: 'reverse-settle',
    infno: '2601',
    title: '冲正原来的结算（2207）',
    input: (so) => reversal(so, 'settle', '2207'),
  },
  {
    key: 'settle-anew',
    infno: '2207',
    title: '用新报文号再次结算',
    input: settleInput,
    checks: (output, so) => [
      moneyAdds(output),
      sameMoney(output, so.output('settle'), '与第一次结算各项金额相同：累计和账户已还原'),
      {
        text: '结算ID 是新的',
        holds: textAt(output, 'setlinfo.setl_id') !== so.text('settle', 'setlinfo.setl_id'),
      },
    ],
  },
];
