import { describe, expect, it } from 'vitest';
import { json, more, otherInfo, tampering, type Manner } from '../../support/remote-province.ts';
import { MSGID, remoteWindow } from './remote-window.ts';

const at = remoteWindow();

const INVALID = (why: string): string => `[国家平台] 参保地应答不合规：${why}，结果未知，请发起冲正`;

describe('an answer that cannot be believed leaves the outcome unknown', () => {
  const cases: [string, Manner, string | RegExp][] = [
    ['broken JSON', async ({ answer }) => json((await answer()).slice(0, -5)), '应答不是 JSON 对象'],
    ['a list', () => json('[]'), '应答不是 JSON 对象'],
    ['HTTP 500', async ({ answer }) => json(await answer(), { status: 500 }), 'HTTP 状态应为 200，返回 500'],
    [
      'a redirect',
      () => new Response(null, { status: 307, headers: { location: 'http://elsewhere.test/' } }),
      'HTTP 状态应为 200，返回 307',
    ],
    ['a huge body', () => json(`{"infcode":0,"x":"${'y'.repeat(1_100_000)}"}`), '应答超过 1 MiB'],
    ['no infcode', tampering((answer) => delete answer.infcode), '交易状态码 infcode 应为 0 或负数，返回 空'],
    ['a positive infcode', tampering((answer) => (answer.infcode = 1)), '交易状态码 infcode 应为 0 或负数，返回 1'],
    [
      'a required field left out',
      otherInfo({ setl_sn: undefined }),
      '缺少必填项或其值不能采用：结算流水号（setlinfo.setl_sn）',
    ],
    [
      'an amount that is none',
      otherInfo({ hifp_pay: '很多' }),
      /缺少必填项或其值不能采用：基本医疗保险统筹基金支出（setlinfo\.hifp_pay）/,
    ],
    ['no output', tampering((answer) => (answer.output = null)), /等共 \d+ 项/],
    ['wrong sums', otherInfo({ psn_cashpay: more(0.01) }), '个人负担 ≠ 个人账户 + 现金'],
    [
      'fund rows that do not add up',
      tampering(({ output }) => Object.assign(output?.setldetail[0] ?? {}, { fund_payamt: 1 })),
      '基金分项之和 ≠ 基金支付总额 + 个人账户',
    ],
    ['another total', otherInfo({ medfee_sumamt: 999 }), '医疗费总额 medfee_sumamt 应为 1000.00，返回 999.00'],
    ['a negative amount', otherInfo({ act_pay_dedc: -1 }), '金额 act_pay_dedc 的正负号不对：-1.00'],
    ['an amount beyond all sense', otherInfo({ oth_pay: 80_000_000_000_000 }), '金额 oth_pay 过大：80000000000000.00'],
    ['another visit number', otherInfo({ mdtrtsn: 'X1' }), /就诊顺序号 mdtrtsn 应为 \d+，返回 X1/],
    [
      'another person',
      otherInfo({ psn_no: '6101009900000000000099' }),
      /个人管理码 psn_no 应为 \d+，返回 6101009900000000000099/,
    ],
    ['another place', otherInfo({ insuplc: '610200' }), '参保地统筹区 insuplc 应为 610100，返回 610200'],
  ];

  it.each(cases)('%s', async (_what, manner, why) => {
    await at.open();
    at.remote.treat('1107', manner);
    const { err_msg } = await at.settle();
    if (typeof why === 'string') expect(err_msg).toBe(INVALID(why));
    else expect(err_msg).toMatch(why);
    expect(err_msg).toMatch(/，结果未知，请发起冲正$/);
    const [row] = await at.rowsOf('1107');
    expect(row).toMatchObject({ via: 'remote', infcode: -1, refusal: 'insured-answer-invalid' });
    expect(at.remote.bodies.map(({ seq }) => seq)).toContain(row?.seq);

    // The province has settled or not: a reversal brings both books together, and a new message settles.
    at.remote.treat('1107', undefined);
    expect((await at.window.settle('B1', 1000)).err_msg).toBe('[就医地 深圳市] 上一笔结算结果未知，请先冲正');
    expect((await at.window.reverse(MSGID, '2207')).err_msg).toBeNull();
    expect((await at.window.settle('B1', 1000)).err_msg).toBeNull();
    expect(at.effective(at.remote.province, 'insured')).toHaveLength(1);
    expect(at.effective(at.remote.nation, 'treatment')).toHaveLength(1);
  });

  it('a settlement number that is taken', async () => {
    await at.open();
    const first = await at.settle();
    const { setl_id } = first.output.setlinfo;
    await at.window.upload('B2', 500);
    at.remote.treat('1107', otherInfo({ setl_sn: setl_id }));
    expect((await at.window.settle('B2', 500)).err_msg).toBe(
      INVALID(`结算流水号 setl_sn（${setl_id}）已用于另一笔结算`),
    );
  });

  it('a refund that does not mirror its settlement', async () => {
    await at.open();
    const { setl_id } = (await at.settle()).output.setlinfo;
    const refund = (msgid: string) => at.window.refund(setl_id, msgid);
    at.remote.treat('1203', otherInfo({ hosp_part_amt: 1, psn_part_amt: more(-1), psn_cashpay: more(-1) }));
    expect((await refund('R1')).err_msg).toContain('金额 hosp_part_amt 的正负号不对：1.00');
    expect((await at.window.reverse('R1', '2208')).err_msg).toBeNull();
    const one = { fulamt_ownpay_amt: more(-1), medfee_sumamt: more(-1), psn_cashpay: more(-1), psn_part_amt: more(-1) };
    at.remote.treat('1203', otherInfo(one));
    expect((await refund('R2')).err_msg).toContain(
      '退费金额不是原结算的负数：medfee_sumamt 应为 -1000.00，返回 -1001.00',
    );
    expect((await at.window.reverse('R2', '2208')).err_msg).toBeNull();
    at.remote.treat('1203', otherInfo({ init_setl_sn: 'X' }));
    expect((await refund('R3')).err_msg).toContain(`原结算流水号 init_setl_sn 应为 ${setl_id}，返回 X`);
  });

  it('a query is refused, nothing is locked', async () => {
    await at.open();
    at.remote.treat('1106', otherInfo({ psn_cashpay: more(1) }));
    expect((await at.window.trial('B1', 1000)).err_msg).toBe(
      '[国家平台] 参保地应答不合规：个人负担 ≠ 个人账户 + 现金，请联系参保地',
    );
    expect((await at.settle()).err_msg).toBeNull();
  });

  it('a visit number that another visit has is not taken over', async () => {
    await at.open();
    const taken = at.window.mdtrt_id;
    at.remote.treat(
      '1005',
      tampering(({ output }) => Object.assign(output?.data ?? {}, { mdtrt_regno: taken })),
    );
    const data = { psn_no: at.window.psn_no, insutype: '310', ipt_otp_no: 'OP2' };
    const again = await at.window.call('2201', {
      data: { ...data, mdtrt_cert_type: '03', mdtrt_cert_no: 'K99000001' },
    });
    expect(again.err_msg).toBe(
      `[国家平台] 参保地应答不合规：就诊登记号 mdtrt_regno（${taken}）已用于另一次就诊，结果未知，请用同一报文号 msgid 重发`,
    );
  });
});
