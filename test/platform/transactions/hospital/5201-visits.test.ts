import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../src/platform/transactions/hospital/5201-visits/wire.gen.ts';
import { openWindow } from '../../../support/window.ts';
import { openTestWorld, type TestWorld } from '../../../support/world.ts';

const PERSONA = 'xian-worker-hypertension-diabetes';
const XIAN = { insuplc_admdvs: '610100' };
const YEAR = { begntime: '2026-01-01 00:00:00', endtime: '2026-12-31 23:59:59' };

const ask = (world: TestWorld, more: object = {}, envelope: object = XIAN) => {
  const data = { psn_no: world.persona(PERSONA).psn_no, ...YEAR, ...more };
  return world.call<Output>('5201', { data }, { ...envelope });
};

const numbers = async (answer: ReturnType<typeof ask>) => (await answer).output.mdtrtinfo.map((row) => row.mdtrt_id);

describe('5201 就诊信息查询', () => {
  it('prints a visit as it was registered, uploaded and settled', async () => {
    const world = await openTestWorld();
    const { mdtrt_id, upload, settle } = await openWindow(world, { persona: PERSONA, dise_codg: 'M03900' });
    await upload('B1', 100);
    world.setClock('2026-09-01 11:30:00');
    await settle('B1', 100);
    const { output } = await ask(world, { med_type: '14' });
    expect(output.mdtrtinfo).toMatchObject([
      {
        mdtrt_id,
        psn_name: world.persona(PERSONA).psn_name,
        insutype: '310',
        insu_optins: '610100',
        begntime: '2026-09-01 10:00:00',
        endtime: '2026-09-01 11:30:00',
        med_type: '14',
        dise_codg: 'M03900',
        ipt_otp_no: 'OP0001',
        mdtrt_cert_type: '03',
      },
    ]);
  });

  it('finds by category with its local children, by time to the end of the day, and by number', async () => {
    const world = await openTestWorld();
    const general = await openWindow(world, { persona: PERSONA });
    world.setClock('2026-09-02 23:00:00');
    const chronic = await openWindow(world, { persona: PERSONA, med_type: '140104', dise_codg: 'M03900' });
    expect(await numbers(ask(world))).toEqual([general.mdtrt_id, chronic.mdtrt_id]);
    expect(await numbers(ask(world, { med_type: '14' }))).toEqual([chronic.mdtrt_id]);
    const oneDay = { begntime: '2026-09-02', endtime: '2026-09-02' };
    expect(await numbers(ask(world, oneDay))).toEqual([chronic.mdtrt_id]);
    expect(await numbers(ask(world, { endtime: '2026-09-01' }))).toEqual([general.mdtrt_id]);
    expect(await numbers(ask(world, { mdtrt_id: general.mdtrt_id }))).toEqual([general.mdtrt_id]);
  });

  it('leaves withdrawn registrations out, and calls a bare registration 门诊挂号', async () => {
    const world = await openTestWorld();
    const { mdtrt_id, psn_no, call } = await openWindow(world, { persona: PERSONA });
    const card = world.persona(PERSONA).card;
    const credential = { mdtrt_cert_type: '03', mdtrt_cert_no: card?.card_no, card_sn: card?.card_sn };
    await call('2201', { data: { psn_no, insutype: '310', ipt_otp_no: 'OP0002', ...credential } });
    await call('2202', { data: { psn_no, mdtrt_id, ipt_otp_no: 'OP0001' } });
    const { output } = await ask(world);
    expect(output.mdtrtinfo).toMatchObject([{ ipt_otp_no: 'OP0002', med_type: '12', endtime: '2026-09-01 10:00:00' }]);
    const withdrawn = await ask(world, { mdtrt_id });
    expect(withdrawn.err_msg).toBe('[就医地 深圳市] 该就诊挂号已撤销');
  });

  it('shows a hospital nothing of another one', async () => {
    const world = await openTestWorld();
    const { mdtrt_id } = await openWindow(world, { persona: PERSONA, dise_codg: 'M03900' });
    const elsewhere = { ...XIAN, fixmedins_code: 'H44030099004' };
    expect(await numbers(ask(world, {}, elsewhere))).toEqual([]);
    const named = await ask(world, { mdtrt_id }, elsewhere);
    const made = await ask(world, { mdtrt_id: 'S610100000000' }, elsewhere);
    expect(named.err_msg).toBe('[就医地 深圳市] 未查询到就诊信息，请核对就诊ID mdtrt_id 和人员编号 psn_no');
    expect(made.err_msg).toBe(named.err_msg);
  });
});
