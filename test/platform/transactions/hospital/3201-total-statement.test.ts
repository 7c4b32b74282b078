import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../src/platform/transactions/hospital/3201-total-statement/wire.gen.ts';
import { openWindow } from '../../../support/window.ts';
import { openTestWorld, type TestWorld } from '../../../support/world.ts';

const PERSONA = 'xian-worker-hypertension-diabetes';

/** Two settlements of a visitor from 西安, 1000 and 200 元, and what the hospital's own book adds up to. */
const twoSettled = async (world: TestWorld) => {
  const window = await openWindow(world, { persona: PERSONA, dise_codg: 'M03900' });
  await window.upload('B1', 1000);
  await window.upload('B2', 200);
  const first = (await window.settle('B1', 1000, 'MSG-B1')).output.setlinfo;
  const second = (await window.settle('B2', 200, 'MSG-B2')).output.setlinfo;
  const totals = {
    medfee_sumamt: 1200,
    fund_pay_sumamt: cents(first.fund_pay_sumamt, second.fund_pay_sumamt),
    acct_pay: cents(first.acct_pay, second.acct_pay),
    fixmedins_setl_cnt: 2,
  };
  return { window, first, second, totals };
};

const cents = (...yuan: number[]): number => yuan.reduce((sum, one) => sum + Math.round(one * 100), 0) / 100;

const GROUP = {
  insutype: '310', clr_type: '11', setl_optins: '610100', stmt_begndate: '2026-09-01', stmt_enddate: '2026-09-01',
  fixmedins_refd_setl_flag: '0',
}; // prettier-ignore

const reconciled = async (world: TestWorld, data: object, envelope: object = {}) => {
  const answer = await world.call<Output>('3201', { data: { ...GROUP, ...data } }, { ...envelope });
  expect(answer.err_msg).toBeNull();
  return answer.output.stmtinfo;
};

describe('3201 医药机构费用结算对总账', () => {
  it('agrees with a hospital that has the same settlements', async () => {
    const world = await openTestWorld();
    const { totals } = await twoSettled(world);
    expect(await reconciled(world, totals)).toEqual({
      setl_optins: '610100',
      stmt_rslt: '0',
      stmt_rslt_dscr: '平：2 笔，医疗费总额 1200.00',
    });
  });

  it('names every difference with both figures', async () => {
    const world = await openTestWorld();
    const { totals } = await twoSettled(world);
    const wrong = { ...totals, fixmedins_setl_cnt: 3, medfee_sumamt: 1250.5 };
    expect(await reconciled(world, wrong)).toMatchObject({
      stmt_rslt: '1',
      stmt_rslt_dscr: '结算笔数：机构 3，中心 2；医疗费总额：机构 1250.50，中心 1200.00，差 50.50。请用 3202 对明细账',
    });
  });

  it('counts a refund and what it refunded, or neither', async () => {
    const world = await openTestWorld();
    const { window, first, second } = await twoSettled(world);
    expect((await window.refund(first.setl_id)).infcode).toBe(0);
    const left = {
      medfee_sumamt: 200, fund_pay_sumamt: second.fund_pay_sumamt, acct_pay: second.acct_pay,
    }; // prettier-ignore
    for (const [refd_setl_flag, count] of [['0', 1], ['1', 3], ['', 3]] as const) {
      const verdict = await reconciled(world, { ...left, refd_setl_flag, fixmedins_setl_cnt: count });
      expect([refd_setl_flag, verdict.stmt_rslt]).toEqual([refd_setl_flag, '0']);
    }
  }); // prettier-ignore

  it('leaves out what was reversed', async () => {
    const world = await openTestWorld();
    const { window, first } = await twoSettled(world);
    await window.reverse('MSG-B2', '2207');
    const { medfee_sumamt, fund_pay_sumamt, acct_pay } = first;
    const verdict = await reconciled(world, { medfee_sumamt, fund_pay_sumamt, acct_pay, fixmedins_setl_cnt: 1 });
    expect(verdict.stmt_rslt).toBe('0');
  });

  it.each([
    ['of another insurance', { insutype: '390' }],
    ['of another category', { clr_type: '21' }],
    ['paid by another agency', { setl_optins: '320100' }],
    ['of another day', { stmt_begndate: '2026-08-01', stmt_enddate: '2026-08-31' }],
  ])('looks at no settlement %s', async (_what, group) => {
    const world = await openTestWorld();
    await twoSettled(world);
    const nothing = { medfee_sumamt: 0, fund_pay_sumamt: 0, acct_pay: 0, fixmedins_setl_cnt: 0 };
    expect((await reconciled(world, { ...nothing, ...group })).stmt_rslt).toBe('0');
  });

  it('takes a district for its city, and the older name of the agency', async () => {
    const world = await openTestWorld();
    const { totals } = await twoSettled(world);
    const { setl_optins: _, ...older } = { ...GROUP, ...totals, clr_optins: '610103' };
    const answer = await world.call<Output>('3201', { data: older });
    expect(answer.output.stmtinfo.stmt_rslt).toBe('0');
  });

  it('shows nothing of another hospital', async () => {
    const world = await openTestWorld();
    const { totals } = await twoSettled(world);
    const theirs = await reconciled(world, totals, { fixmedins_code: 'H44030099004' });
    expect(theirs.stmt_rslt_dscr).toContain('结算笔数：机构 2，中心 0');
  });

  it('refuses days the wrong way round', async () => {
    const world = await openTestWorld();
    const data = {
      ...GROUP, stmt_enddate: '2026-08-31', medfee_sumamt: 0, fund_pay_sumamt: 0, acct_pay: 0, fixmedins_setl_cnt: 0,
    }; // prettier-ignore
    const { err_msg } = await world.call('3201', { data });
    expect(err_msg).toBe(
      '[就医地 深圳市] 对账结束日期 stmt_enddate（2026-08-31）早于开始日期 stmt_begndate（2026-09-01），请改正',
    );
  });
});
