import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../src/platform/transactions/hospital/5302-chosen-institutions/wire.gen.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../../support/world.ts';

const ask = async (world: TestWorld, persona: string, biz_appy_type?: string) => {
  const { psn_no, insurances } = world.persona(persona);
  const envelope = { insuplc_admdvs: insurances[0]?.insuplc_admdvs };
  const answer = await world.call<Output>('5302', { data: { psn_no, biz_appy_type } }, envelope);
  return answer.output.psnfixmedin;
};

describe('5302 人员定点信息查询', () => {
  it('lists the institutions that the person has chosen, one row a disease', async () => {
    const world = await openTestWorld();
    expect(await ask(world, 'xian-worker-hypertension-diabetes', '03')).toMatchObject([
      {
        insutype: '310',
        fix_srt_no: '2',
        fixmedins_code: HOSPITAL,
        fixmedins_name: '深圳市沙箱第一人民医院',
        begndate: '2024-09-01',
        enddate: null,
        memo: '病种 M01600 糖尿病',
      },
      { fix_srt_no: '1', memo: '病种 M03900 高血压' },
    ]);
  });

  it('names other hospitals too: that is what a window asks for', async () => {
    const world = await openTestWorld();
    const rows = await ask(world, 'nanjing-worker-dialysis-chosen-elsewhere', '03');
    expect(rows.map((row) => row.fixmedins_code)).toEqual(['H44030099004']);
  });

  it('keeps to the asked kind of application; without one it lists all', async () => {
    const world = await openTestWorld();
    expect(await ask(world, 'xian-worker-hypertension-diabetes', '05')).toEqual([]);
    expect(await ask(world, 'xian-worker-hypertension-diabetes')).toHaveLength(2);
  });

  it('lists the choices made at the asked place only', async () => {
    const world = await openTestWorld();
    const { psn_no } = world.persona('nanjing-worker-two-insurances');
    const hospital = { fixmedins_code: HOSPITAL, fixmedins_name: '沙箱医院' };
    const chosen = { psn_no, biz_appy_type: '03', fix_srt_no: '1', ...hospital, begndate: '2026-01-01' };
    await world.add(
      { kind: 'chosen.put', chosen: { ...chosen, insutype: '310' } },
      { kind: 'chosen.put', chosen: { ...chosen, insutype: '390' } },
    );
    const insutypes = (await ask(world, 'nanjing-worker-two-insurances')).map((row) => row.insutype);
    expect(insutypes).toEqual(['310']);
  });
});
