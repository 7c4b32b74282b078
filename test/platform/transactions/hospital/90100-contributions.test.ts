import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../src/platform/transactions/hospital/90100-contributions/wire.gen.ts';
import { openTestWorld, type TestWorld } from '../../../support/world.ts';

const ask = (world: TestWorld, persona: string, envelope?: Readonly<Record<string, unknown>>) =>
  world.call<Output>('90100', { data: { psn_no: world.persona(persona).psn_no } }, envelope);

describe('90100 缴费查询', () => {
  it('is the list itself, codes and names', async () => {
    const world = await openTestWorld();
    expect((await ask(world, 'shenzhen-worker-unpaid')).output).toEqual([
      {
        poolarea_no: '440300',
        poolarea_no_name: '深圳市',
        insutype: '310',
        insutype_name: '职工基本医疗保险',
        clct_type: '10',
        clct_type_name: '正常缴费',
        clct_flag: '1',
        clct_flag_name: '足额缴费',
        accrym_begn: '202512',
        accrym_end: '202607',
        clct_time: '2026-07-23 00:00:00',
      },
      expect.objectContaining({
        clct_flag: '0',
        clct_flag_name: '未到账',
        accrym_begn: '202608',
        accrym_end: '202608',
      }),
    ]);
  });

  it('answers for persons of its own place only, whatever the envelope says', async () => {
    const world = await openTestWorld();
    const text = '[就医地 深圳市] 本交易只能查询深圳市参保人';
    expect((await ask(world, 'guangzhou-worker-diabetes')).err_msg).toBe(text);
    const named = await ask(world, 'xian-worker-hypertension-diabetes', { insuplc_admdvs: '610100' });
    expect(named.err_msg).toBe(text);
    const inSichuan = await ask(world, 'shenzhen-worker-unpaid', { fixmedins_code: 'H51010099001' });
    expect(inSichuan.err_msg).toBe('[就医地 成都市] 本交易只能查询成都市参保人');
  });
});
