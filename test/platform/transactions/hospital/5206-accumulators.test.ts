import { describe, expect, it } from 'vitest';
import { asFen } from '../../../../src/kernel/money.ts';
import type { Output } from '../../../../src/platform/transactions/hospital/5206-accumulators/wire.gen.ts';
import { openSqliteStore } from '../../../../src/platform/store/sqlite/open.ts';
import { temporaryFile } from '../../store/sqlite/temporary-file.ts';
import { openWindow } from '../../../support/window.ts';
import { openTestWorld, type TestWorld } from '../../../support/world.ts';

const rows = async (world: TestWorld, persona: string, cum_ym?: string) => {
  const { psn_no, insurances } = world.persona(persona);
  const envelope = { insuplc_admdvs: insurances[0]?.insuplc_admdvs };
  const answer = await world.call<Output>('5206', { data: { psn_no, cum_ym } }, envelope);
  return answer.output.cuminfo;
};

const WORKER = 'xian-acceptance-worker';

describe('5206 人员累计信息查询', () => {
  it('tells what the insured place counts, also to a hospital of another province', async () => {
    const world = await openTestWorld();
    expect(await rows(world, 'nanjing-worker-deductible-nearly-used')).toContainEqual({
      insutype: '310',
      year: '2026',
      cum_ym: '202609',
      cum_type_code: 'Q000B_14',
      cum: 900,
    });
  });

  it.each([
    ['in memory', () => ({})],
    ['in a file', () => ({ store: openSqliteStore({ file: temporaryFile(), synchronous: 'OFF' }) })],
  ])('moves with a settlement and back with its refund, the book %s', async (_where, options) => {
    const world = await openTestWorld(options());
    expect(await rows(world, WORKER)).toEqual([]);
    const window = await openWindow(world, { persona: WORKER, dise_codg: 'M06900' });
    await window.upload('B1', 2000);
    const { setlinfo } = (await window.settle('B1', 2000)).output;
    const pool = { insutype: '310', year: '2026', cum_ym: '202609', cum_type_code: 'D310101' };
    expect(await rows(world, WORKER)).toContainEqual({ ...pool, cum: setlinfo.hifp_pay });
    expect(setlinfo.hifp_pay).toBeGreaterThan(0);
    await window.refund(setlinfo.setl_id);
    expect(await rows(world, WORKER)).toContainEqual({ ...pool, cum: 0 });
    await world.close();
  });

  it('tells a year up to this month or to December, a month as itself, and finds by either', async () => {
    const world = await openTestWorld();
    const { psn_no } = world.persona(WORKER);
    const used = (period: string, cum_type_code: string) =>
      ({ kind: 'accumulator.add', psn_no, insutype: '310', period, cum_type_code, amount: asFen(100) }) as const;
    await world.add(used('2025', 'D310101'), used('2026', 'D310101'), used('202603', 'DM06900_14'));
    const months = async (cum_ym?: string) => (await rows(world, WORKER, cum_ym)).map((row) => row.cum_ym);
    expect(await months()).toEqual(['202512', '202609', '202603']);
    expect(await months('202603')).toEqual(['202603']);
    expect(await months('2026')).toEqual(['202609', '202603']);
  });

  it('wants the insured place in the envelope', async () => {
    const world = await openTestWorld();
    const { psn_no } = world.persona(WORKER);
    const answer = await world.call('5206', { data: { psn_no } });
    expect(answer.err_msg).toContain('应填 610100（西安市）');
  });
});
