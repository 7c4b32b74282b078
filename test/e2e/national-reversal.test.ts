import { beforeEach, describe, expect, it } from 'vitest';
import type { Output as Settled } from '../../src/platform/domain/national/1107.gen.ts';
import type { Output as Refunded } from '../../src/platform/domain/national/1203.gen.ts';
import type { Values } from '../support/example-of.ts';
import { audit, opening } from '../support/audit.ts';
import type { Opening } from '../support/audit/all-books.ts';
import { nationalClaim, NATIONAL_INPUTS } from '../support/national-claim.ts';
import { valuesOf } from '../support/play-catalogue.ts';
import { HOSPITAL, openTestWorld, type Answer, type TestWorld } from '../support/world.ts';

/** The national door as a province uses it: 1107, 1203 and 1301 without a hospital of ours behind them. */

let world: TestWorld;
let own: Values;
let start: Opening;

const settle = (msgid: string, mdtrtsn = '440300NATIONAL1'): Promise<Answer<Settled>> =>
  world.national('1107', nationalClaim({ ...own, mdtrtsn }), { msgid });

const refund = (setl_sn: string, msgid: string, mdtrtsn = '440300NATIONAL1'): Promise<Answer<Refunded>> =>
  world.national('1203', NATIONAL_INPUTS['1203']?.({ ...own, mdtrtsn, setl_sn }), { msgid });

const reverse = (omsgid: string, oinfno: string, more: Values = {}): Promise<Answer> =>
  world.national('1301', NATIONAL_INPUTS['1301']?.({ ...own, omsgid, oinfno, ...more }));

const setlSn = ({ err_msg, output }: Answer<Settled>): string => {
  expect(err_msg).toBeNull();
  return output.setlinfo.setl_sn;
};

const money = () => opening(world.world.store.reader);

beforeEach(async () => {
  world = await openTestWorld();
  start = money();
  own = { ...valuesOf(world, 'nanjing-worker-rheumatoid', HOSPITAL), mdtrtarea: '440300', dise_codg: 'M06900' };
  return async () => {
    expect(world.defects).toEqual([]);
    expect(audit(world.world.store.reader, start)).toEqual([]);
    await world.close();
  };
});

describe('1203 of a settlement that is refunded already', () => {
  it('succeeds with the number and the amounts of the first refund, and has no second effect', async () => {
    const setl_sn = setlSn(await settle('S1'));
    const first = await refund(setl_sn, 'R1');
    const before = money();
    const second = await refund(setl_sn, 'R2');
    expect(second.infcode).toBe(0);
    expect(second.output).toEqual(first.output);
    expect(second.output.setlinfo).toMatchObject({ init_setl_sn: setl_sn, medfee_sumamt: -1000 });
    expect(money()).toEqual(before);
    expect(before).toEqual(start);
  });

  it('is nothing that could be reversed: the first refund is', async () => {
    const setl_sn = setlSn(await settle('S1'));
    await refund(setl_sn, 'R1');
    await refund(setl_sn, 'R2');
    expect((await reverse('R2', '1203')).err_msg).toBe(
      '[参保地 南京市] 该报文没有产生新的业务（重复退费），请冲正第一次退费的报文',
    );
    expect((await reverse('R1', '1203')).infcode).toBe(0);
  });
});

describe('1107 of a visit number that was settled before', () => {
  const SPENT = '[国家平台] 该就诊顺序号 mdtrtsn 已用过，退费或冲正后再结算请用新的就诊顺序号';

  it('is refused while that settlement stands', async () => {
    setlSn(await settle('S1'));
    const text = '[国家平台] 该就诊顺序号 mdtrtsn 已有有效结算，一个就诊顺序号只结算一次';
    expect((await settle('S2')).err_msg).toBe(text);
    expect((await world.national('1106', nationalClaim({ ...own, mdtrtsn: '440300NATIONAL1' }))).err_msg).toBe(text);
  });

  it('is refused after its refund, which can still be reversed; a new number settles', async () => {
    const setl_sn = setlSn(await settle('S1'));
    await refund(setl_sn, 'R1');
    expect((await settle('S2')).err_msg).toBe(SPENT);
    setlSn(await settle('S3', '440300NATIONAL2'));
    expect((await reverse('R1', '1203')).infcode).toBe(0);
  });

  it('is refused after its reversal; a new number settles', async () => {
    setlSn(await settle('S1'));
    await reverse('S1', '1107');
    expect((await settle('S2')).err_msg).toBe(SPENT);
    setlSn(await settle('S3', '440300NATIONAL2'));
  });

  it('succeeds after attempts that were refused: they use up nothing', async () => {
    const { data, feedetail } = nationalClaim({ ...own, mdtrtsn: '440300NATIONAL1' });
    const refused = await world.national('1107', { data: { ...data, medfee_sumamt: 1 }, feedetail }, { msgid: 'S1' });
    expect(refused.infcode).toBe(-1);
    const elsewhere = await world.national('1107', { data: { ...data, insutype: '390' }, feedetail }, { msgid: 'S2' });
    expect(elsewhere.err_msg).toContain('[参保地 南京市]');
    setlSn(await settle('S3'));
  });
});

describe('1301', () => {
  it('of a settlement gives the person back what it moved', async () => {
    setlSn(await settle('S1'));
    expect(money()).not.toEqual(start);
    expect((await reverse('S1', '1107')).infcode).toBe(0);
    expect(money()).toEqual(start);
  });

  it('of what is reversed already is a success without effect, under any msgid', async () => {
    setlSn(await settle('S1'));
    await reverse('S1', '1107');
    expect((await reverse('S1', '1107')).infcode).toBe(0);
    expect(money()).toEqual(start);
  });

  it('of a message that never came is refused by the insured place, and so is the late original', async () => {
    expect((await reverse('NEVER', '1107')).err_msg).toBe(
      '[参保地 南京市] 未查询到原交易或原交易未成功，无需冲正；该报文号已作废，请用新报文号重新发起',
    );
    expect((await settle('NEVER')).err_msg).toBe('[国家平台] 原报文已冲正，请用新报文号');
  });

  it('of another transaction says which can be reversed', async () => {
    expect((await reverse('S1', '1005')).err_msg).toBe('[国家平台] 交易 1005 不支持冲正，可冲正的交易为 1107、1203');
  });

  it('of a settlement with an effective refund is refused, and of the refund restores it exactly', async () => {
    const setl_sn = setlSn(await settle('S1'));
    const settled = money();
    await refund(setl_sn, 'R1');
    expect((await reverse('S1', '1107')).err_msg).toBe(
      '[参保地 南京市] 该笔结算已退费，不能冲正结算；如需恢复请先冲正退费',
    );
    expect((await reverse('R1', '1203')).infcode).toBe(0);
    expect(money()).toEqual(settled);
  });

  it('for another person is refused', async () => {
    setlSn(await settle('S1'));
    const { psn_no } = world.persona('nanjing-student-bone-marrow');
    expect((await reverse('S1', '1107', { psn_no })).err_msg).toBe(
      '[参保地 南京市] 冲正信息与原交易不符，请核对人员编号和交易编号',
    );
  });
});
