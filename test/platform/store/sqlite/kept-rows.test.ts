import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../../src/platform/store/sqlite/open.ts';
import type { Write } from '../../../../src/platform/store/port.ts';
import { storeWith } from '../conformance/opened.ts';
import { batchRow, institutionRow, lineRow, visitRow } from '../rows.ts';
import { temporaryFile } from './temporary-file.ts';

const open = () => openSqliteStore({ file: temporaryFile(), synchronous: 'OFF' });

const { mdtrt_id, chrg_bchno } = batchRow();
const visitAndBatch: Write[] = [
  { kind: 'visit.put', visit: visitRow() },
  { kind: 'batch.put', batch: batchRow() },
];
const settled: Write = { kind: 'batch.settle', mdtrt_id, chrg_bchno, setl_id: 'A1' };

it('a row that is kept for the next look-up cannot be changed', async () => {
  const { reader } = await storeWith(open, { kind: 'institution.put', institution: institutionRow() });
  const opened = reader.institution('H44030500001')?.openedDiseases[0];
  expect(() => Object.assign(opened ?? {}, { begndate: '1999-01-01' })).toThrow(TypeError);
  expect(reader.institution('H44030500001')).toEqual(institutionRow());
});

describe('a batch that was looked up before', () => {
  it('is seen settled by the writer at once, by the reader after COMMIT', async () => {
    const { reader, writer } = await storeWith(open, ...visitAndBatch);
    expect(reader.batch(mdtrt_id, chrg_bchno)?.settledBy).toBeUndefined();
    writer.begin();
    writer.apply([settled]);
    expect(writer.reader.batch(mdtrt_id, chrg_bchno)?.settledBy).toBe('A1');
    expect(reader.batch(mdtrt_id, chrg_bchno)?.settledBy).toBeUndefined();
    await writer.commit();
    expect(reader.batch(mdtrt_id, chrg_bchno)?.settledBy).toBe('A1');
  });

  it('is what it was after an undone turn and after a rollback', async () => {
    const { reader, writer } = await storeWith(open, ...visitAndBatch);
    expect(reader.batch(mdtrt_id, chrg_bchno)).toEqual(batchRow());
    writer.begin();
    writer.savepoint('turn');
    writer.apply([settled]);
    writer.undo('turn');
    expect(writer.reader.batch(mdtrt_id, chrg_bchno)).toEqual(batchRow());
    writer.apply([settled]);
    writer.rollback();
    expect(writer.reader.batch(mdtrt_id, chrg_bchno)).toEqual(batchRow());
    expect(reader.batch(mdtrt_id, chrg_bchno)).toEqual(batchRow());
  });

  it('is gone after it was withdrawn, and comes back with other lines', async () => {
    const { reader, writer } = await storeWith(open, ...visitAndBatch);
    expect(reader.batch(mdtrt_id, chrg_bchno)).toEqual(batchRow());
    writer.begin();
    writer.apply([{ kind: 'batch.withdraw', mdtrt_id, chrg_bchno }]);
    await writer.commit();
    expect(reader.batch(mdtrt_id, chrg_bchno)).toBeUndefined();
    const again = { ...batchRow(), lines: [lineRow('1'), lineRow('2')] };
    writer.begin();
    writer.apply([{ kind: 'batch.put', batch: again }]);
    await writer.commit();
    expect(reader.batch(mdtrt_id, chrg_bchno)?.lines).toHaveLength(2);
  });
});
