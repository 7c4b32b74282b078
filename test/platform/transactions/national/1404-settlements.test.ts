import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Output as Settled } from '../../../../src/platform/domain/national/1107.gen.ts';
import type { Output as Refunded } from '../../../../src/platform/domain/national/1203.gen.ts';
import type { Output } from '../../../../src/platform/domain/national/1404.gen.ts';
import { nationalClaim } from '../../../support/national-claim.ts';
import { valuesOf } from '../../../support/play-catalogue.ts';
import { openWindow } from '../../../support/window.ts';
import type { Values } from '../../../support/example-of.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../../support/world.ts';

const PERSONA = 'nanjing-worker-rheumatoid';

let world: TestWorld;
let own: Values;

beforeEach(async () => {
  world = await openTestWorld();
  own = { ...valuesOf(world, PERSONA, HOSPITAL), mdtrtarea: '440300', dise_codg: 'M06900' };
});

afterEach(() => world.close());

const settle = async (mdtrtsn: string) => {
  const { output } = await world.national<Settled>('1107', nationalClaim({ ...own, mdtrtsn }), { msgid: mdtrtsn });
  return output.setlinfo.setl_sn;
};

const refund = async (mdtrtsn: string, setl_sn: string) => {
  const { mdtrtarea, insuplc, fixmedins_code, psn_no } = own;
  const data = { mdtrtarea, insuplc, fixmedins_code, psn_no, mdtrtsn, setl_sn };
  return (await world.national<Refunded>('1203', { data }, { msgid: `R${mdtrtsn}` })).output.setlinfo.setl_sn;
};

const ask = (data: object, as = '440000') => world.national<Output>('1404', { data }, {}, as);
const days = { begndate: '2026-09-01', enddate: '2026-09-02' };

it('answers a settlement as 1107 did, and its refund as the negative of it', async () => {
  const setl_sn = await settle('N1');
  const before = (await ask({ setl_sn })).output;
  expect(before).toMatchObject({
    totalrow: 1,
    setlinfo: [{ medfee_sumamt: 1000, vali_flag: '1', init_setl_sn: null }],
  });

  const refunded = await refund('N1', setl_sn);
  const { output } = await ask({ setl_sn }, '320000');
  expect(output.setlinfo.map((row) => [row.setl_sn, row.init_setl_sn, row.medfee_sumamt, row.vali_flag])).toEqual([
    [setl_sn, null, 1000, '0'],
    [refunded, setl_sn, -1000, '1'],
  ]);
  const [first, second] = output.setlinfo;
  expect(second?.setldetail?.map((row) => row.fund_payamt)).toEqual(
    first?.setldetail?.map((row) => (row.fund_payamt === 0 ? 0 : -row.fund_payamt)),
  );
});

it('finds by visit number, by person and by certificate, in the days that were asked', async () => {
  const first = await settle('N1');
  world.setClock('2026-09-02 09:00:00');
  const second = await settle('N2');
  const found = async (data: object) => (await ask(data)).output.setlinfo.map((row) => row.setl_sn);
  expect(await found({ mdtrtsn: 'N2' })).toEqual([second]);
  expect(await found({ psn_no: own['psn_no'], ...days })).toEqual([first, second]);
  expect(await found({ certno: own['certno'], ...days, begndate: '2026-09-02' })).toEqual([second]);
  expect(await found({ certno: own['certno'], ...days, startrow: 2 })).toEqual([second]);
  expect(await found({ psn_no: own['psn_no'], ...days, insuplc: '610100' })).toEqual([]);
  expect(await found({ setl_sn: first, psn_no: 'SOMEBODY' })).toEqual([]);
  expect(await found({ psn_no: own['psn_no'], begndate: '2026-09-03', enddate: '2026-09-30' })).toEqual([]);
});

it('does not answer what was reversed', async () => {
  const setl_sn = await settle('N1');
  const { mdtrtarea, insuplc, psn_no } = own;
  await world.national('1301', { data: { mdtrtarea, insuplc, psn_no, oinfno: '1107', omsgid: 'N1' } });
  expect((await ask({ setl_sn })).output.totalrow).toBe(0);
});

it('answers what came from a hospital as well', async () => {
  const window = await openWindow(world, { persona: PERSONA, dise_codg: 'M06900' });
  await window.upload('B1', 1000);
  const { setl_id } = (await window.settle('B1', 1000)).output.setlinfo;
  expect((await ask({ psn_no: window.psn_no, ...days })).output.setlinfo).toMatchObject([{ setl_sn: setl_id }]);
});

it('wants to know which ones are meant', async () => {
  for (const data of [{}, { psn_no: 'P1' }, { certno: 'C1', begndate: '2026-09-01' }, days]) {
    expect((await ask(data)).err_msg).toContain('请填结算流水号 setl_sn，或就诊顺序号 mdtrtsn');
  }
  expect((await ask({ setl_sn: 'X', startrow: -1 })).err_msg).toContain('起始行 startrow（-1）');
});
