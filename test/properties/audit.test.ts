import { describe, expect, it } from 'vitest';
import { asFen } from '../../src/kernel/money.ts';
import type { Write } from '../../src/platform/store/port.ts';
import { journalRow, settlementRow } from '../platform/store/rows.ts';
import { audit, opening } from '../support/audit.ts';
import { openWindow } from '../support/window.ts';
import { openTestWorld } from '../support/world.ts';

/** A workspace with one settled batch, and what the audit says of it after these writes behind everybody's back. */
const auditAfter = async (
  tamper: (book: { mdtrt_id: string; psn_no: string; setl_id: string }) => readonly Write[],
): Promise<string[]> => {
  const world = await openTestWorld();
  const { reader } = world.world.store;
  const start = opening(reader);
  const window = await openWindow(world, { persona: 'xian-acceptance-worker', dise_codg: 'M06900' });
  await window.upload('B1', 2000);
  const { setl_id } = (await window.settle('B1', 2000)).output.setlinfo;
  const { mdtrt_id, psn_no } = window;
  await world.add(...tamper({ mdtrt_id, psn_no, setl_id }));
  const faults = audit(reader, start);
  await world.close();
  return faults;
};

/** The proof that the audit of the other tests can fail. */
describe('the audit', () => {
  it('is content with what a hospital does', async () => {
    expect(await auditAfter(() => [])).toEqual([]);
  });

  it('sees money that no settlement moved', async () => {
    const faults = await auditAfter(({ psn_no }) => [
      { kind: 'account.add', psn_no, insutype: '310', amount: asFen(1) },
    ]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('by the settlements');
  });

  it('sees an accumulator that no settlement moved', async () => {
    const faults = await auditAfter(({ psn_no }) => [
      { kind: 'accumulator.add', psn_no, insutype: '310', period: '2026', cum_type_code: 'Q000B_14', amount: asFen(1) },
    ]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('by the settlements');
  });

  it('sees a settlement that stands in one book and not in another', async () => {
    const faults = await auditAfter(({ setl_id }) => [
      { kind: 'settlement.state', book: 'national', setl_id, state: 'reversed' },
    ]);
    expect(faults.some((fault) => fault.includes('differs in the book national'))).toBe(true);
  });

  it('sees a settlement that stands at the insured place alone', async () => {
    const alone = settlementRow({ book: 'insured', setl_id: 'A1', msgid: 'M1' });
    const faults = await auditAfter(() => [
      { kind: 'settlement.add', settlement: alone },
      { kind: 'journal.append', row: journalRow({ seq: 9_000_000, setl_id: 'A1', writes: ['settlement.add'] }) },
    ]);
    expect(faults).toContain('insured A1 (effective) stands at the insured place alone');
  });

  it('sees a batch that forgot its settlement, and a settlement that lost its batch', async () => {
    const chrg_bchno = 'B1';
    const forgot = await auditAfter(({ mdtrt_id }) => [{ kind: 'batch.settle', mdtrt_id, chrg_bchno }]);
    expect(forgot).toEqual([expect.stringContaining('is not settled by what it says')]);
    const lost = await auditAfter(({ mdtrt_id }) => [{ kind: 'batch.withdraw', mdtrt_id, chrg_bchno }]);
    expect(lost).toEqual([expect.stringContaining('has lost its batch')]);
  });

  it('sees a refund that is none', async () => {
    const faults = await auditAfter(
      ({ setl_id }) =>
      (['treatment', 'national', 'insured'] as const).map((book) => ({
        kind: 'settlement.state', book, setl_id, state: 'refunded',
      })), // prettier-ignore
    );
    expect(faults.filter((fault) => fault.endsWith('has 0 refunds'))).toHaveLength(3);
  });
});
