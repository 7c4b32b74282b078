import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../src/platform/transactions/hospital/5301-qualifications/wire.gen.ts';
import { slowPlace } from '../../../support/slow-place.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../../support/world.ts';

const ask = (world: TestWorld, persona: string) => {
  const { psn_no, insurances } = world.persona(persona);
  const envelope = { insuplc_admdvs: insurances[0]?.insuplc_admdvs };
  return world.call<Output>('5301', { data: { psn_no } }, envelope);
};

const codes = async (answer: ReturnType<typeof ask>) =>
  (await answer).output.feedetail.map((row) => row.opsp_dise_code);

describe('5301 人员慢特病备案查询', () => {
  it('lists the recognised diseases with their dates', async () => {
    const world = await openTestWorld();
    const { output } = await ask(world, 'xian-worker-qualification-expired');
    expect(output.feedetail).toMatchObject([
      { opsp_dise_code: 'M03900', opsp_dise_name: '高血压', enddate: '2026-08-17' },
    ]);
  });

  it('lists diseases outside the cross-province list, and local codes without a national one', async () => {
    const world = await openTestWorld();
    const { qualifications } = world.world.store.reader;
    const [outside] = qualifications(world.persona('xian-worker-out-of-scope').psn_no);
    expect(await codes(ask(world, 'xian-worker-out-of-scope'))).toContain(outside?.opsp_dise_code);
    expect(await codes(ask(world, 'nanjing-worker-dialysis-unmapped-code'))).toEqual(['M07804']);
    expect(await codes(ask(world, 'nanjing-resident-hepatitis-local-code'))).toEqual(['M00200']);
  });

  it('goes through the national node across provinces, and straight to the insured place within one', async () => {
    const world = await openTestWorld();
    const hops = async (persona: string) => {
      await ask(world, persona);
      await world.world.queue.idle();
      const { journal, journalOfTrace } = world.world.store.reader;
      const trace = journal(10).find((row) => row.hop === 0)?.trace ?? '';
      return journalOfTrace(trace).map(({ door, infno }) => `${door} ${infno}`);
    };
    expect(new Set(await hops('xian-worker-out-of-scope'))).toEqual(
      new Set(['hospital 5301', 'national 1406', 'insured 1406']),
    );
    expect(new Set(await hops('guangzhou-worker-diabetes'))).toEqual(new Set(['hospital 5301', 'insured 1406']));
  });

  it('waits for an insured place that answers in its own time', async () => {
    const world = await openTestWorld({ insuredPlace: (_insuplc, running) => slowPlace(running) });
    expect(await codes(ask(world, 'xian-worker-hypertension-diabetes'))).toEqual(['M03900', 'M01600']);
  });

  it('is asked by a body of an old HIS as well: bare input, the person under its code alone', async () => {
    const world = await openTestWorld();
    const { psn_no } = world.persona('xian-worker-hypertension-diabetes');
    const message = { infno: '5301', fixmedins_code: HOSPITAL, insuplc_admdvs: '610100', input: { psn_no } };
    const answer = await world.post(JSON.stringify(JSON.stringify(message)), 'text/plain');
    expect(answer).toMatchObject({ infcode: 0, output: { feedetail: [{}, {}] } });
  });

  it('does not know who is not there', async () => {
    const world = await openTestWorld();
    const answer = await world.call('5301', { data: { psn_no: 'P0' } }, { insuplc_admdvs: '610100' });
    expect(answer.err_msg).toBe('[就医地 深圳市] 该参保人的基本信息为空，请核对凭证类型、证件号码和参保地');
  });
});
