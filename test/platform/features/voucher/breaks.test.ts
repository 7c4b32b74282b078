import { describe, expect, it } from 'vitest';
import { BREAKS } from '../../../../src/platform/features/voucher/make/breaks.ts';
import type { Break } from '../../../../src/platform/features/voucher/make/breaks/break.ts';
import { openVoucherDesk, type VoucherDesk } from '../../../support/voucher-desk.ts';

/** Gets the book ready for a case: what has to be there before it shows. */
const prepared = async (desk: VoucherDesk, { kind, afterwards, name }: Break): Promise<string> => {
  const { setl_id } = await desk.settled();
  if (afterwards !== true) return setl_id;
  expect(await desk.upload(desk.make(setl_id))).toBe('');
  if (name === 'red-twice' && kind === 'red') expect(await desk.upload(desk.make(setl_id, { kind }))).toBe('');
  return setl_id;
};

describe('every error case that a batch can be made with', () => {
  it.each(BREAKS.map((one) => [one.name, one] as const))('%s is answered with its own text', async (_name, one) => {
    const desk = await openVoucherDesk();
    const setl_id = await prepared(desk, one);
    const made = desk.make(setl_id, { kind: one.kind ?? 'settled', broken: one.name });
    const sent = await desk.send(made);
    const before = desk.world.world.store.reader.vouchers().length;
    if (one.refused !== undefined) {
      await desk.world.world.queue.idle();
      const [row] = desk.world.world.store.reader.journal(1);
      expect([sent.infcode, row?.refusal]).toEqual([-1, one.refused]);
      expect(before).toBe(0);
    } else {
      expect(sent.err_msg).toBeNull();
      await desk.wait();
      const { reader } = desk.world.world.store;
      const upload = reader.voucherUpload('H44030099001', made.upldBchno, 0);
      expect(upload?.faults).toContain(one.fault);
      expect(upload?.savFaleRea).toMatch(/[一-龥]/);
      const { output } = await desk.result(made);
      expect(output[0]?.savFaleRea).toBe(upload?.savFaleRea);
    }
    expect(desk.world.defects).toEqual([]);
    await desk.world.close();
  });

  it('has a name of its own', () => {
    expect(new Set(BREAKS.map(({ name }) => name)).size).toBe(BREAKS.length);
  });
});
