import { describe, expect, it } from 'vitest';
import { openWindow } from '../support/window.ts';
import { openTestWorld } from '../support/world.ts';

const open = async () => {
  const world = await openTestWorld();
  const window = await openWindow(world, { persona: 'xian-worker-hypertension-diabetes', dise_codg: 'M03900' });
  return { world, window };
};

describe('the bytes of an answer', () => {
  it('print an amount of nothing as 0.00, one of whole 元 with two decimals, a ratio with four', async () => {
    const { window } = await open();
    await window.upload('B1', 1000);
    const { bytes } = await window.settle('B1', 1000);
    expect(bytes).toContain('"overlmt_selfpay":0.00,');
    expect(bytes).toContain('"medfee_sumamt":1000.00,');
    expect(bytes).toContain('"pool_prop_selfpay":0.7000,');
  });

  it('never print an amount of nothing as -0.00, though a refund negates it', async () => {
    const { window } = await open();
    await window.upload('B1', 1000);
    const { output } = await window.settle('B1', 1000);
    const { bytes } = await window.refund(output.setlinfo.setl_id);
    expect(bytes).toContain('"overlmt_selfpay":0.00,');
    expect(bytes).not.toContain('-0.00');
  });

  it('print infcode as an integer, 0 for yes and -1 for no', async () => {
    const { window } = await open();
    expect((await window.upload('B1', 1000)).bytes).toMatch(/^\{"infcode":0,"inf_refmsgid":"\d{30}",/);
    expect((await window.upload('B1', 1000)).bytes).toMatch(/^\{"infcode":-1,"inf_refmsgid":"\d{30}",/);
  });

  it('print null where a transaction has no output, and where a message is refused', async () => {
    const { window } = await open();
    await window.upload('B1', 1000);
    const withdraw = { data: { mdtrt_id: window.mdtrt_id, psn_no: window.psn_no, chrg_bchno: 'B1' } };
    const done = await window.call('2205', withdraw);
    expect(done.bytes).toContain('"err_msg":null,"output":null,');
    const refused = await window.call('2205', withdraw);
    expect(refused.bytes).toContain('"err_msg":"[就医地 深圳市] 未查询到任何有效相关的记录","output":null,');
  });

  it('print an absent value as null and absent rows as []', async () => {
    const { world, window } = await open();
    const { bytes } = await window.call('5202', { data: { mdtrt_id: window.mdtrt_id, psn_no: window.psn_no } });
    expect(bytes).toContain('"output":{"diseinfo":[]}');
    expect((await window.upload('B1', 1000)).bytes).toContain('"memo":null');
    expect(world.defects).toEqual([]);
  });
});
