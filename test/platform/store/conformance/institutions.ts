import { expect, it } from 'vitest';
import type { Write } from '../../../../src/platform/store/port.ts';
import { institutionRow, itemRow, matchRow } from '../rows.ts';
import { commit, opened, storeWith, type OpenStore } from './opened.ts';

export const keepsInstitutions = (open: OpenStore): void => {
  it('finds an institution by its code, as it was put', async () => {
    const store = await storeWith(open, { kind: 'institution.put', institution: institutionRow() });
    expect(store.reader.institution('H44030500001')).toEqual(institutionRow());
    expect(store.reader.institution('H44030599999')).toBeUndefined();
  });

  it('lists institutions in the order of their codes', async () => {
    const codes = ['P44030500002', 'H44030500010', 'H44030500002'];
    const store = await storeWith(
      open,
      ...codes.map((code) => ({
        kind: 'institution.put' as const,
        institution: institutionRow({ fixmedins_code: code }),
      })),
    );
    expect(store.reader.institutions().map((row) => row.fixmedins_code)).toEqual([
      'H44030500002',
      'H44030500010',
      'P44030500002',
    ]);
    expect(opened(open).reader.institutions()).toEqual([]);
  });

  it('overwrites an institution that is put again', async () => {
    const store = await storeWith(open, { kind: 'institution.put', institution: institutionRow() });
    await commit(store, { kind: 'institution.put', institution: institutionRow({ openedDiseases: [] }) });
    expect(store.reader.institutions()).toEqual([institutionRow({ openedDiseases: [] })]);
  });

  it('keeps one catalogue for each place', async () => {
    const item = itemRow('XA01ABD075A002010100483');
    const dearer = { ...item, name: '另一地的名称' };
    const store = await storeWith(
      open,
      { kind: 'item.put', place: '440300', item },
      { kind: 'item.put', place: '110000', item: dearer },
    );
    expect(store.reader.item('440300', item.med_list_codg)).toEqual(item);
    expect(store.reader.item('110000', item.med_list_codg)).toEqual(dearer);
    expect(store.reader.item('310000', item.med_list_codg)).toBeUndefined();
    expect(store.reader.item('440300', 'XA00')).toBeUndefined();
  });

  it('lists the catalogue of a place by code, also after a later change', async () => {
    const put = (place: string, code: string): Write => ({ kind: 'item.put', place, item: itemRow(code) });
    const store = await storeWith(open, put('440300', 'XB'), put('110000', 'XC'), put('440300', '0011'));
    const codes = (place: string) => store.reader.items(place).map((row) => row.med_list_codg);
    expect(codes('440300')).toEqual(['0011', 'XB']);
    await commit(store, put('440300', 'XA'));
    expect(codes('440300')).toEqual(['0011', 'XA', 'XB']);
    expect(codes('310000')).toEqual([]);
  });

  it('keeps the matches of each institution apart, by their keys, the last put standing', async () => {
    const put = (row: Parameters<typeof matchRow>[0]): Write => ({ kind: 'match.put', match: matchRow(row) });
    const other = { fixmedins_code: 'H44030500002' };
    const store = await storeWith(open, put({ fixmedins_hilist_id: 'D002' }), put({}), put(other));
    await commit(store, put({ vali_flag: '0', memo: '停用' }));
    const { reader } = store;
    expect(reader.matches('H44030500001')).toEqual([
      matchRow({ vali_flag: '0', memo: '停用' }),
      matchRow({ fixmedins_hilist_id: 'D002' }),
    ]);
    expect(reader.match(matchRow(other))).toEqual(matchRow(other));
    expect(reader.match(matchRow({ list_type: '201' }))).toBeUndefined();
    expect(reader.matches('H44030500009')).toEqual([]);
  });
};
