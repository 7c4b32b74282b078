import { expect, it } from 'vitest';
import { instantOf } from '../../../../src/kernel/civil-time.ts';
import type { Application } from '../../../../src/platform/domain/application.ts';
import type { Maintenance } from '../../../../src/platform/domain/maintenance.ts';
import type { Upload } from '../../../../src/platform/domain/upload.ts';
import { filingRow, personRow } from '../rows.ts';
import { commit, storeWith, type OpenStore } from './opened.ts';

const at = instantOf('2026-09-01 08:00:00');
const later = instantOf('2026-09-02 08:00:00');

const uploadRow = (row: Partial<Upload> = {}): Upload => ({
  kind: 'institution',
  key: 'H44030500001',
  place: '440300',
  updatedAt: at,
  row: { fixmedins_code: 'H44030500001' },
  ...row,
});

const windowRow = (row: Partial<Maintenance> = {}): Maintenance => ({
  id: 'M1',
  node: 'national',
  begin: at,
  end: later,
  text: '系统升级',
  ...row,
});

const applicationRow = (row: { trt_dcla_detl_sn?: string; psn_no?: string } = {}): Application => ({
  kind: 'filing',
  trt_dcla_detl_sn: 'F0001',
  psn_no: personRow().psn_no,
  insuplc: '110000',
  appliedOn: '2026-09-01',
  asked: filingRow(),
  steps: [{ state: 'applied', at }],
  ...row,
});

export const keepsNation = (open: OpenStore): void => {
  it('lists uploads of a kind by time of change, and replaces a row that comes again', async () => {
    const other = uploadRow({ key: 'H44030500000', updatedAt: later });
    const disease = uploadRow({ kind: 'opened-disease', key: 'H44030500001 M05300' });
    const store = await storeWith(
      open,
      { kind: 'upload.put', upload: other },
      { kind: 'upload.put', upload: uploadRow() },
      { kind: 'upload.put', upload: disease },
    );
    expect(store.reader.uploads('institution', at)).toEqual([uploadRow(), other]);
    expect(store.reader.uploads('institution', later)).toEqual([other]);
    expect(store.reader.upload('opened-disease', 'H44030500001 M05300')).toEqual(disease);
    expect(store.reader.upload('institution', 'H9')).toBeUndefined();

    const changed = uploadRow({ updatedAt: later, row: { fixmedins_code: 'H44030500001', fixmedins_name: '新名' } });
    await commit(store, { kind: 'upload.put', upload: changed });
    expect(store.reader.uploads('institution', at)).toEqual([other, changed]);
  });

  it('keeps the state of places, the newest alone', async () => {
    const closed = { place: '610100', closed: '尚未开通' };
    const store = await storeWith(
      open,
      { kind: 'place.put', state: { place: '620000' } },
      { kind: 'place.put', state: closed },
    );
    expect(store.reader.placeStates()).toEqual([closed, { place: '620000' }]);
    await commit(store, { kind: 'place.put', state: { place: '610100' } });
    expect(store.reader.placeStates()).toEqual([{ place: '610100' }, { place: '620000' }]);
  });

  it('keeps maintenance windows, cancelled ones too', async () => {
    const store = await storeWith(open, { kind: 'maintenance.put', window: windowRow() });
    const cancelled = windowRow({ cancelledAt: at });
    await commit(store, { kind: 'maintenance.put', window: cancelled });
    expect(store.reader.maintenances()).toEqual([cancelled]);
  });

  it('keeps applications by number, and lists those of a person', async () => {
    const second = applicationRow({ trt_dcla_detl_sn: 'F0002', psn_no: 'P2' });
    const store = await storeWith(
      open,
      { kind: 'application.put', application: second },
      { kind: 'application.put', application: applicationRow() },
    );
    expect(store.reader.applications()).toEqual([applicationRow(), second]);
    expect(store.reader.applicationsOf('P2')).toEqual([second]);
    expect(store.reader.application('F0001')).toEqual(applicationRow());
    expect(store.reader.application('F9')).toBeUndefined();
  });

  it('lists settings whose key begins so, by key', async () => {
    const store = await storeWith(
      open,
      { kind: 'setting.put', key: 'notice:610100', value: 'b' },
      { kind: 'setting.put', key: 'notice:440300', value: 'a' },
      { kind: 'setting.put', key: 'notices', value: 'c' },
    );
    expect(store.reader.settingsUnder('notice:')).toEqual([
      { key: 'notice:440300', value: 'a' },
      { key: 'notice:610100', value: 'b' },
    ]);
  });
};
