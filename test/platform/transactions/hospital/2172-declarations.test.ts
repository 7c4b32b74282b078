import { describe, expect, it } from 'vitest';
import type * as Totals from '../../../../src/platform/transactions/hospital/2172-declaration-totals/wire.gen.ts';
import type * as Details from '../../../../src/platform/transactions/hospital/2173-declaration-details/wire.gen.ts';
import type * as Funds from '../../../../src/platform/transactions/hospital/2174-declaration-funds/wire.gen.ts';
import type * as Accounts from '../../../../src/platform/transactions/hospital/2175-pharmacy-details/wire.gen.ts';
import type * as Account from '../../../../src/platform/transactions/hospital/2176-pharmacy-totals/wire.gen.ts';
import { openClearingDesk } from '../../../support/clearing.ts';
import { moveOn } from '../../../support/timeline.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../../support/world.ts';

const ASKED = {
  fixmedins_code: HOSPITAL, clr_type: '310112', start_clrym: '202609', end_clrym: '202609', clr_optins: '610100',
  clr_stas: '0',
}; // prettier-ignore

const cents = (amounts: readonly number[]): number =>
  amounts.reduce((sum, one) => sum + Math.round(one * 100), 0) / 100;

/** Three settlements and a refund of September; the first one confirmed in October. */
const september = async (world: TestWorld) => {
  const desk = await openClearingDesk(world);
  const first = await desk.settle('B1', 3000);
  const second = await desk.settle('B2', 2000);
  const third = await desk.settle('B3', 500);
  const refund = (await desk.window.refund(third)).output.setlinfo.setl_id;
  world.setClock('2026-10-05 09:00:00');
  await desk.confirm('202609', (await desk.details('202609')).slice(0, 1));
  const book = world.world.store.reader;
  const sharesOf = (setl_id: string) => {
    const settlement = book.settlement('treatment', setl_id);
    if (!settlement) throw new Error(`${setl_id} is settled`);
    const { fund_pay_sumamt, acct_pay, psn_cash_pay } = settlement.shares;
    return { fund: fund_pay_sumamt / 100, account: acct_pay / 100, cash: psn_cash_pay / 100 };
  };
  return { desk, first, second, third, refund, sharesOf };
};

describe('2172 医疗机构月结申报汇总数据查询', () => {
  it('sums what is not declared, refunds as negatives', async () => {
    const world = await openTestWorld();
    const { second, sharesOf } = await september(world);
    const { output } = await world.call<Totals.Output>('2172', ASKED);
    const { fund, account, cash } = sharesOf(second);
    expect(output).toEqual({
      pageNum: 1, pageSize: 10, startRow: 1, endRow: 1, recordCounts: 1, size: 1, pages: 1, isFirstPage: true,
      isLastPage: true,
      data: [
        {
          setl_dcla_no: 'H44030099001202609310112610100',
          fixmedins_code: HOSPITAL,
          fixmedins_name: '深圳市沙箱第一人民医院',
          clr_optins: '610100',
          clr_type: '310112',
          clr_type_name: '职工跨省门诊',
          clr_stas: '0',
          clr_stas_name: '未申报',
          start_clrym: '202609',
          end_clrym: '202609',
          begndate: '20260901',
          enddate: '20260930',
          setl_ids_key: 'H44030099001202609310112610100202609',
          sumamt: 2000,
          cash_payamt: cash,
          acct_pay_sumamt: account,
          fund_pay_sumamt: fund,
          clr_psntime: 1,
        },
      ],
    }); // prettier-ignore
  });

  it('has what 3261 confirmed as declared', async () => {
    const world = await openTestWorld();
    const { first, sharesOf } = await september(world);
    const { output } = await world.call<Totals.Output>('2172', { ...ASKED, clr_stas: '10' });
    expect(output.data).toMatchObject([
      { sumamt: 3000, fund_pay_sumamt: sharesOf(first).fund, clr_stas_name: '已申报', clr_psntime: 1 },
    ]);
    expect((await world.call<Totals.Output>('2172', { ...ASKED, clr_stas: '50' })).output.data).toEqual([]);
  });

  it('follows rows into the month to which they were carried over', async () => {
    const world = await openTestWorld();
    await september(world);
    world.setClock('2026-10-09 09:00:00');
    expect((await world.call<Totals.Output>('2172', ASKED)).output.data).toEqual([]);
    const later = await world.call<Totals.Output>('2172', { ...ASKED, start_clrym: '202610', end_clrym: '202611' });
    expect(later.output.data).toMatchObject([{ sumamt: 2000 }]);
  });

  it.each([
    ['the category of the settlement', { clr_type: '11' }, 1],
    ['another category', { clr_type: '390112' }, 0],
    ['another agency', { clr_optins: '320100' }, 0],
  ])('looks at %s', async (_what, change, rows) => {
    const world = await openTestWorld();
    await september(world);
    expect((await world.call<Totals.Output>('2172', { ...ASKED, ...change })).output.data).toHaveLength(rows);
  });

  it.each([
    [{ fixmedins_code: 'H44030099004' }, '机构编号 fixmedins_code（H44030099004）与报文头的 H44030099001 不符，请核对'],
    [{ start_clrym: '202610' }, '起始年月 start_clrym（202610）和结束年月 end_clrym（202609）应为 yyyyMM，先后相距不超过 12 个月'],
    [{ start_clrym: '202509' }, '起始年月 start_clrym（202509）和结束年月 end_clrym（202609）应为 yyyyMM，先后相距不超过 12 个月'],
    [{ page_num: '0' }, '页码 page_num（0）须从 1 起，每页条目数 page_size（）须为 1 到 1000 的整数，请改正后再查'],
  ])('refuses %j', async (change, text) => {
    const world = await openTestWorld();
    expect((await world.call('2172', { ...ASKED, ...change })).err_msg).toBe(`[就医地 深圳市] ${text}`);
  }); // prettier-ignore
});

describe('2173 查询月结算申报业务明细数据', () => {
  it('lists the rows behind the sums, page by page', async () => {
    const world = await openTestWorld();
    const { desk } = await september(world);
    const page = (page_num: string) => world.call<Details.Output>('2173', { ...ASKED, page_num, page_size: '2' });
    const first = (await page('1')).output;
    expect(first).toMatchObject({ recordCounts: 3, size: 2, pages: 2, startRow: 1, endRow: 2, isLastPage: false });
    expect(first.data[0]).toMatchObject({
      out_type: '2', out_type_name: '跨省异地转入', med_type: '14', med_type_name: '门诊慢特病', insutype: '310',
      insutype_name: '职工基本医疗保险', gend_name: '男', psn_type_name: '在职', sumamt: 2000, clr_psntime: 1,
      psn_no: desk.window.psn_no,
      mdtrt_regno: desk.window.mdtrt_id, mdtrt_setl_time: '2026-09-01', emp_name: null,
    }); // prettier-ignore
    const last = (await page('2')).output;
    expect(last).toMatchObject({ size: 1, startRow: 3, endRow: 3, isFirstPage: false, isLastPage: true });
    expect(last.data[0]).toMatchObject({ sumamt: -500, clr_psntime: -1 });
    expect((await page('3')).output).toMatchObject({ size: 0, startRow: 0, endRow: 0, data: [] });
  });
});

describe('2174 查询月结申报基金分项数据', () => {
  it('sums fund by fund what the agency pays, the account among them', async () => {
    const world = await openTestWorld();
    const { desk, first, sharesOf } = await september(world);
    const { output } = await world.call<Funds.Output>('2174', { ...ASKED, clr_stas: '10' });
    const { fund, account } = sharesOf(first);
    expect(cents(output.data.map((row) => row.fund_appy_sum ?? 0))).toBe(cents([fund, account]));
    expect(output.data.map((row) => row.fund_pay_type)).toContain('310100');
    expect(output.data[0]).toMatchObject({ clr_type_name: '职工跨省门诊', clr_way_name: '按项目', psn_type: '1101' });
    const visit = await world.call<Funds.Output>('2174', {
      ...ASKED,
      clr_stas: '10',
      mdtrt_regno: desk.window.mdtrt_id,
    });
    expect(visit.output.data).toEqual(output.data);
    const other = await world.call<Funds.Output>('2174', { ...ASKED, clr_stas: '10', mdtrt_regno: 'S9' });
    expect(other.output.data).toEqual([]);
  });
});

describe('2175 and 2176 药店账务', () => {
  it('say what is owed for a day, fund by fund, and what of it is declared', async () => {
    const world = await openTestWorld();
    const { first, sharesOf } = await september(world);
    const { output } = await world.call<Accounts.Output>('2175', {
      fixmedins_code: HOSPITAL,
      query_date: '2026-09-01',
      page_size: '100',
    });
    const declared = output.data.filter((row) => row.clr_stas === '10');
    const { fund, account } = sharesOf(first);
    expect(cents(declared.map((row) => row.dfr_sumamt))).toBe(cents([fund, account]));
    expect(declared.every((row) => row.dcla_sum === row.dfr_sumamt && row.medfee_sumamt === 3000)).toBe(true);
    expect(output.data.filter((row) => row.clr_stas === '0').every((row) => row.dcla_sum === 0)).toBe(true);
  });

  it('add up to the same', async () => {
    const world = await openTestWorld();
    const { first, second, sharesOf } = await september(world);
    const days = { start_date: '2026-09-01', end_date: '2026-09-30' };
    const { output } = await world.call<Account.Output>('2176', { fixmedins_code: HOSPITAL, ...days });
    const owed = [first, second].map(sharesOf).flatMap(({ fund, account }) => [fund, account]);
    const { fund, account } = sharesOf(first);
    expect(output).toEqual([
      {
        fixmedins_code: HOSPITAL,
        fixmedins_name: '深圳市沙箱第一人民医院',
        med_type: '14',
        med_type_name: '门诊慢特病',
        medfee_sumamt: 5000,
        dfr_sumamt: cents(owed),
        dcla_sum: cents([fund, account]),
        pay_sum: 0,
        no_pay_sum: cents(owed),
      },
    ]);
  });

  it('say what was paid once the table of the month is there', async () => {
    const world = await openTestWorld();
    const { first, second, sharesOf } = await september(world);
    await moveOn(world, '2026-10-21 09:00:00');
    const days = { start_date: '2026-09-01', end_date: '2026-09-30' };
    const [total] = (await world.call<Account.Output>('2176', { fixmedins_code: HOSPITAL, ...days })).output;
    const [paid, left] = [first, second].map(sharesOf).map(({ fund, account }) => cents([fund, account]));
    expect([total?.pay_sum, total?.no_pay_sum]).toEqual([paid, left]);
    const day = { fixmedins_code: HOSPITAL, query_date: '2026-09-01', page_size: '100' };
    const { output } = await world.call<Accounts.Output>('2175', day);
    expect(cents(output.data.map((row) => row.pay_sum ?? 0))).toBe(paid);
    expect(output.data.every((row) => row.pay_sum === row.dcla_sum)).toBe(true);
  });

  it('are refused for days that end before they begin', async () => {
    const world = await openTestWorld();
    const days = { start_date: '2026-09-30', end_date: '2026-09-01' };
    expect((await world.call('2176', { fixmedins_code: HOSPITAL, ...days })).err_msg).toBe(
      '[就医地 深圳市] 结束日期 end_date（2026-09-01）早于开始日期 start_date（2026-09-30），请改正',
    );
  });

  it('are about the institution itself', async () => {
    const world = await openTestWorld();
    const other = { fixmedins_code: 'H44030099004', query_date: '2026-09-01' };
    expect((await world.call('2175', other)).err_msg).toContain('与报文头的 H44030099001 不符');
    expect(
      (await world.call('2176', { ...other, start_date: '2026-09-01', end_date: '2026-09-01' })).err_msg,
    ).toContain('与报文头的 H44030099001 不符');
  });
});
