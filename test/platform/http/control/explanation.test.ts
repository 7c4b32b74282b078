import { beforeAll, describe, expect, it } from 'vitest';
import { openCounter } from '../counter.ts';
import { settle, type Settled, type SettledOutput } from '../settle.ts';

const counter = openCounter();
let settled: Settled;
beforeAll(async () => {
  settled = await settle(counter);
});

type Told = { readonly steps: readonly { title: string; text: string }[]; readonly lines: readonly unknown[] };

const explanation = async (setl_id: string): Promise<Told> =>
  (await counter.control<Told>('GET', `/_sandbox/settlements/${setl_id}/explanation`)).json;
const page = async (setl_id: string): Promise<string> =>
  (await counter.request(`/_sandbox/settlements/${setl_id}/explanation?format=text`)).text();

describe('the explanation of a settlement', () => {
  it('joins the steps of the insured place with the lines of the place of treatment', async () => {
    const told = await explanation(settled.setl_id);
    const { steps, lines } = told;
    expect(steps[0]).toMatchObject({ rule: 'claim', before: 21_800 });
    expect(steps.at(-1)).toMatchObject({ rule: 'cash', after: 0 });
    expect(lines).toMatchObject([
      { feedetl_sn: '1', name: '动态血压监测', preselfpay_amt: 800, inscp_scp_amt: 15_200 },
      { feedetl_sn: '2', name: '血糖试纸', fulamt_ownpay_amt: 5_800, cnt: 25_000 },
    ]);
    expect(told).toMatchObject({
      settlement: { setl_id: settled.setl_id, chrg_bchno: 'B1', book: 'insured', insuplc: '610100' },
      fixmedins_name: '深圳市沙箱第一人民医院',
    });
  });

  it('can be printed for the cashier', async () => {
    const printed = await page(settled.setl_id);
    expect(printed.split('\n\n')).toHaveLength(5);
    expect(printed).toContain(`
就诊人    秦双慢，人员编号 ${settled.psn_no}
参保      西安市，险种 310 职工基本医疗保险，人员类别 1101 在职
就医      深圳市，深圳市沙箱第一人民医院
医疗类别  14 门诊慢特病，病种 M03900 高血压
结算时间  2026-09-01 10:00:00
`);
    expect(printed).toContain(`
 1. 动态血压监测（003107010210000）
    1 × 160 = 160.00；乙类，先自付 5%；全自费 0.00，超限价 0.00，先自付 8.00，政策范围内 152.00
 2. 血糖试纸（C9900010039900199001）
    2.5 × 23.2 = 58.00；丙类；全自费 58.00，超限价 0.00，先自付 0.00，政策范围内 0.00
 合计  218.00，其中全自费 58.00，超限价 0.00，先自付 8.00，政策范围内 152.00
`);
    const { steps } = await explanation(settled.setl_id);
    for (const { title, text } of steps) expect(printed).toContain(`. ${title}：${text}\n`);
    expect(printed).toContain(' 医疗费总额  218.00\n');
  });

  it('has names for who is not there', async () => {
    const { status, json } = await counter.control('GET', '/_sandbox/settlements/A0/explanation');
    expect({ status, json }).toEqual({ status: 404, json: { message: '本工作区没有结算 A0' } });
  });

  it('of a refund says what it turns back, and the lines stay until they are withdrawn', async () => {
    const { setl_id, mdtrt_id, psn_no, send } = settled;
    const refund = await send<SettledOutput>('2208', { data: { setl_id, mdtrt_id, psn_no } });
    const refund_id = refund.output.setlinfo.setl_id;
    const told = await explanation(refund_id);
    expect(told).toMatchObject({ steps: [], settlement: { refundOf: setl_id, shares: { medfee_sumamt: -21_800 } } });
    expect(await page(refund_id)).toContain(`冲回结算 ${setl_id}`);
    expect(await page(setl_id)).toContain('已退费');
    expect((await explanation(setl_id)).lines).toHaveLength(2);

    await send('2205', { data: { mdtrt_id, psn_no, chrg_bchno: 'B1', feedetl_sn: '0000' } });
    expect((await explanation(setl_id)).lines).toEqual([]);
  });
});
