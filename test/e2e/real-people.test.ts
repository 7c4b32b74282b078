import { beforeEach, describe, expect, it } from 'vitest';
import { checkCharacter } from '../../src/kernel/identity-number.ts';
import { openWindow } from '../support/window.ts';
import { openTestWorld, type TestWorld } from '../support/world.ts';

/** A number that a real person could have, put together here so that none stands in the repository. */
const real = (): string => {
  const first17 = ['110101', '1990', '0101', '001'].join('');
  return first17 + checkCharacter(first17);
};

/** 住院病案首页信息: documented, without behaviour, stored as it comes. */
const COLLECTED = '4401';

let world: TestWorld;

/** Everything that the sandbox keeps of messages. */
const kept = (): string => {
  const { reader } = world.world.store;
  return JSON.stringify([reader.journal(1_000), reader.records(COLLECTED, 100)]);
};

beforeEach(async () => {
  world = await openTestWorld();
  return async () => {
    await world.world.queue.idle();
    expect(kept()).not.toContain(real());
    expect(world.defects).toEqual([]);
    await world.close();
  };
});

describe('an identity number that a real person could have', () => {
  it('is answered like one that nobody has, and kept masked', async () => {
    const { err_msg } = await world.call(
      '1101',
      { data: { mdtrt_cert_type: '02', mdtrt_cert_no: real() } },
      { insuplc_admdvs: '610100' },
    );
    expect(err_msg).toBe('[就医地 深圳市] 该参保人的基本信息为空，请核对凭证类型、证件号码和参保地');
    await world.world.queue.idle();
    expect(kept()).toContain('110101************');
  });

  it('is masked where a refusal repeats what came', async () => {
    const window = await openWindow(world, { persona: 'xian-worker-no-qualification' });
    const { err_msg } = await window.settle(real(), 1);
    expect(err_msg).toContain('未查询到收费批次');
  });

  it('is masked in what is only collected', async () => {
    const { warn_msg } = await world.call(COLLECTED, { baseinfo: { certno: real(), psn_name: '某人' } });
    expect(warn_msg).toContain('只存档');
    expect(JSON.stringify(world.world.store.reader.records(COLLECTED, 1))).toContain('110101************');
  });

  it('is masked where a message never reaches its transaction', async () => {
    await world.call('2207', { data: { psn_no: real() } });
  });
});
