import { expect, it } from 'vitest';
import type { Person } from '../../../../src/platform/domain/person.ts';
import type { Output } from '../../../../src/platform/transactions/hospital/1101-person/wire.gen.ts';
import { openTestWorld, type TestWorld } from '../../../support/world.ts';

/** Reads the card of the person. */
const read = async (world: TestWorld, { card, insurances }: Person) => {
  const data = { mdtrt_cert_type: '03', mdtrt_cert_no: card?.card_no, card_sn: card?.card_sn };
  return world.call<Output>('1101', { data }, { insuplc_admdvs: insurances[0]?.insuplc_admdvs });
};

it('keeps what the table does not know to the insured place: the employer’s plan, the grade of 居民', async () => {
  const world = await openTestWorld();
  const worker = world.persona('shenyang-fund-civil-servant');
  expect(worker.insurances[0]).toHaveProperty('employer_plan', true);
  expect((await read(world, worker)).output.insuinfo).toMatchObject([{ insutype: '310', balc: 500 }]);

  const resident = world.persona('chongqing-fund-serious-illness');
  const graded = { ...resident, insurances: resident.insurances.map((row) => ({ ...row, grade: '二' as const })) };
  await world.add({ kind: 'person.put', person: graded });
  expect((await read(world, resident)).output.insuinfo).toMatchObject([{ insutype: '390', balc: 0 }]);
  expect(world.defects).toEqual([]);
});
