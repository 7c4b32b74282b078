import { expect, it } from 'vitest';
import type { Output } from '../../../../src/platform/transactions/hospital/1319-first-self-pay/wire.gen.ts';
import { openTestWorld } from '../../../support/world.ts';

it.each([
  ['乙类', '003107010210000', 0.05],
  ['甲类', 'XC08CAA321A001010199001', 0],
  ['丙类', 'C9900010039900199001', 1],
])('1319 gives the ratio of %s, for 职工 and 居民', async (_class, hilist_code, selfpay_prop) => {
  const world = await openTestWorld();
  const data = { hilist_code, updt_time: '2022-01-01', page_num: 1, page_size: 10 };
  const { output } = await world.call<Output>('1319', { data });
  expect(output).toMatchObject([
    { selfpay_prop_psn_type: '310', selfpay_prop_type: '10', selfpay_prop },
    { selfpay_prop_psn_type: '390', selfpay_prop_type: '10', selfpay_prop },
  ]);
  const residents = await world.call<Output>('1319', { data: { ...data, selfpay_prop_psn_type: '390' } });
  expect(residents.output).toHaveLength(1);
  await world.close();
});
