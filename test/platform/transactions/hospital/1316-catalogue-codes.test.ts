import { expect, it } from 'vitest';
import type { Output } from '../../../../src/platform/transactions/hospital/1316-catalogue-codes/wire.gen.ts';
import { openTestWorld } from '../../../support/world.ts';

it('1316 tells that a code of the catalogue is the national code', async () => {
  const world = await openTestWorld();
  const ask = (asked: object) =>
    world.call<Output>('1316', { data: { updt_time: '2022-01-01', page_num: 1, page_size: 5, ...asked } });
  const code = '003107010210000';
  expect((await ask({ med_list_codg: code })).output).toMatchObject([
    { med_list_codg: code, hilist_code: code, list_type: '201', insu_admdvs: '440300', begndate: '2022-01-01' },
  ]);
  const consumables = await ask({ list_type: '301', page_num: 2 });
  expect(consumables.output).toHaveLength(5);
  expect(consumables.output.every(({ list_type }) => list_type === '301')).toBe(true);
  expect((await ask({ insu_admdvs: '110000' })).err_msg).toContain('这里只有就医地目录');
  await world.close();
});
