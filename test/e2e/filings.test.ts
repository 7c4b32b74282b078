import { describe, expect, it } from 'vitest';
import { must } from '../../src/kernel/assert.ts';
import type { Output as Settled } from '../../src/platform/domain/national/1107.gen.ts';
import {
  cancelFiling,
  changeFiling,
  registerFiling,
  reviewFiling,
} from '../../src/platform/workspace/applications/filings.ts';
import {
  acceptQualification,
  applyForQualification,
  decideQualification,
  terminateQualification,
} from '../../src/platform/workspace/applications/qualifications.ts';
import { nationalClaim } from '../support/national-claim.ts';
import { valuesOf } from '../support/play-catalogue.ts';
import { openWindow } from '../support/window.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../support/world.ts';

/** 类风湿关节炎, not filed. */
const PERSONA = 'xian-worker-no-filing';
/** Filed in the whole of 广东, 强直性脊柱炎. */
const FILED = 'xian-worker-filed-province';

type Ruled = Awaited<ReturnType<typeof registerFiling>>;

const numberOf = (ruled: Ruled): string => {
  must(ruled.ok, `the clerk did it, not: ${ruled.ok ? '' : (ruled.error[0]?.message ?? '')}`);
  return ruled.value.trt_dcla_detl_sn;
};

/** A window with one batch after another: what each settlement is told. */
const cashier = async (world: TestWorld, opening: Parameters<typeof openWindow>[1]) => {
  const window = await openWindow(world, opening);
  let batch = 0;
  return async (): Promise<string> => {
    batch += 1;
    await window.upload(`B${batch}`, 100);
    const { infcode, err_msg } = await window.settle(`B${batch}`, 100);
    return infcode === 0 ? 'settled' : (err_msg ?? '');
  };
};

describe('a filing at the insured place', () => {
  it('lets the window settle from its approval to its cancellation', async () => {
    const opened = await openTestWorld();
    const { world } = opened;
    const settle = await cashier(opened, { persona: PERSONA, dise_codg: 'M06900' });
    expect(await settle()).toBe('[参保地 西安市] 未查询到有效备案，请先办理异地就医备案');

    const no = numberOf(await registerFiling(world, { person: PERSONA, kind: 'resident', mdtrtarea_admdvs: '440300' }));
    expect(await settle()).toContain('未查询到有效备案');
    numberOf(await reviewFiling(world, no, { result: 'approved' }));
    expect(await settle()).toBe('settled');

    numberOf(await cancelFiling(world, no, { note: '本人返回参保地' }));
    expect(await settle()).toBe('[参保地 西安市] 异地就医备案已于 2026-09-01 撤销，请重新备案');
    await opened.close();
  });

  it('that is changed to another place between 1106 and 1107 is the one that counts', async () => {
    const opened = await openTestWorld();
    const { world } = opened;
    const no = numberOf(
      await registerFiling(world, { person: PERSONA, kind: 'resident', mdtrtarea_admdvs: '440300', approve: true }),
    );
    const values = { ...valuesOf(opened, PERSONA, HOSPITAL), mdtrtarea: '440300', dise_codg: 'M06900' };
    const claim = (mdtrtsn: string) => nationalClaim({ ...values, mdtrtsn });
    const trial = await opened.national<Settled>('1106', claim('N1'));
    expect(trial.infcode).toBe(0);

    const province = numberOf(await changeFiling(world, no, { mdtrtarea_admdvs: '440000', approve: true }));
    const covered = await opened.national<Settled>('1107', claim('N1'), { msgid: 'N1' });
    expect(covered.output.setlinfo.fund_pay_sumamt).toBe(trial.output.setlinfo.fund_pay_sumamt);

    numberOf(await changeFiling(world, province, { mdtrtarea_admdvs: '510100', approve: true }));
    expect((await opened.national('1107', claim('N2'), { msgid: 'N2' })).err_msg).toBe(
      '[参保地 西安市] 备案就医地（成都市）与本次就医地不符',
    );
    await opened.close();
  });

  it('goes on until the day before a change that begins later', async () => {
    const opened = await openTestWorld();
    const { world } = opened;
    const form = { person: PERSONA, kind: 'resident', mdtrtarea_admdvs: '440300', approve: true };
    const no = numberOf(await registerFiling(world, form));
    numberOf(await changeFiling(world, no, { mdtrtarea_admdvs: '510100', begndate: '2026-09-10', approve: true }));
    const settle = await cashier(opened, { persona: PERSONA, dise_codg: 'M06900' });
    expect(await settle()).toBe('settled');
    opened.setClock('2026-09-10 09:00:00');
    const tenth = await cashier(opened, { persona: PERSONA, dise_codg: 'M06900' });
    expect(await tenth()).toContain('备案就医地（成都市）与本次就医地不符');
    await opened.close();
  });
});

describe('a qualification at the insured place', () => {
  it('serves from its recognition until it is terminated for fraud', async () => {
    const opened = await openTestWorld();
    const { world } = opened;
    const settle = await cashier(opened, { persona: FILED, dise_codg: 'M05300' });
    expect(await settle()).toContain('无该病种待遇，请按普通门诊结算');

    const no = numberOf(await applyForQualification(world, { person: FILED, dise_codg: 'M05300' }));
    numberOf(await acceptQualification(world, no, {}));
    expect(await settle()).toContain('无该病种待遇');
    numberOf(await decideQualification(world, no, { result: 'approved', enddate: '2027-08-31' }));
    expect(await settle()).toBe('settled');
    expect(world.store.reader.upload('qualification', `610100 ${no}`)?.row).toMatchObject({
      opsp_dise_name: '慢性阻塞性肺疾病',
      enddate: '2027-08-31',
      vali_flag: '1',
    });

    opened.setClock('2026-09-15 09:00:00');
    numberOf(await terminateQualification(world, no, { reason: '伪造病历' }));
    const later = await cashier(opened, { persona: FILED, dise_codg: 'M05300' });
    expect(await later()).toBe('[参保地 西安市] 该病种待遇已于 2026-09-15 终止，请按普通门诊结算');
    expect(world.store.reader.upload('qualification', `610100 ${no}`)?.row).toMatchObject({
      enddate: '2026-09-14',
      vali_flag: '0',
    });
    await opened.close();
  });

  it('that came with the seeds can be terminated too: as 普通门诊 the person settles on', async () => {
    const opened = await openTestWorld();
    const { world } = opened;
    const { psn_no } = opened.persona(FILED);
    const no = world.store.reader.qualifications(psn_no)[0]?.trt_dcla_detl_sn ?? '';
    numberOf(await terminateQualification(world, no, { reason: '冒名认定' }));
    const chronic = await cashier(opened, { persona: FILED, dise_codg: 'M07200' });
    expect(await chronic()).toContain('该病种待遇已于 2026-09-01 终止，请按普通门诊结算');
    const general = await cashier(opened, { persona: FILED, med_type: '11' });
    expect(await general()).toBe('settled');
    await opened.close();
  });
});
