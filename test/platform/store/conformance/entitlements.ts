import { expect, it } from 'vitest';
import type { ChosenInstitution, Contribution } from '../../../../src/platform/domain/person.ts';
import { filingRow, personRow, qualificationRow } from '../rows.ts';
import { commit, opened, storeWith, type OpenStore } from './opened.ts';

const { psn_no } = personRow();
const person = { kind: 'person.put', person: personRow() } as const;

const chosenRow = (row: Partial<ChosenInstitution>): ChosenInstitution => ({
  psn_no,
  insutype: '310',
  biz_appy_type: '03',
  opsp_dise_code: 'M03900',
  fix_srt_no: '1',
  fixmedins_code: 'H44030500001',
  fixmedins_name: '沙箱深圳医院',
  begndate: '2026-01-01',
  ...row,
});

const contributionRow = (row: Partial<Contribution>): Contribution => ({
  psn_no,
  insutype: '310',
  poolarea_no: '110000',
  accrym_begn: '202601',
  accrym_end: '202601',
  clct_flag: '1',
  clct_time: '2026-01-15 10:00:00',
  ...row,
});

export const keepsEntitlements = (open: OpenStore): void => {
  it('lists the filings of a person in the order of their numbers', async () => {
    const later = filingRow({ trt_dcla_detl_sn: 'F0002', kind: 'referral', enddate: '2026-12-31' });
    const store = await storeWith(
      open,
      person,
      { kind: 'filing.put', filing: later },
      { kind: 'filing.put', filing: filingRow() },
    );
    expect(store.reader.filings(psn_no)).toEqual([filingRow(), later]);
    expect(store.reader.filings('P9')).toEqual([]);
  });

  it('overwrites a filing that is put again, to end it', async () => {
    const store = await storeWith(open, person, { kind: 'filing.put', filing: filingRow() });
    await commit(store, { kind: 'filing.put', filing: filingRow({ enddate: '2026-06-30' }) });
    expect(store.reader.filings(psn_no)).toEqual([filingRow({ enddate: '2026-06-30' })]);
  });

  it('lists the recognised diseases of a person', async () => {
    const { opsp_dise_code: _, ...unmapped } = qualificationRow({ trt_dcla_detl_sn: 'Q0002', local_dise_code: '11A' });
    const store = await storeWith(
      open,
      person,
      { kind: 'qualification.put', qualification: unmapped },
      { kind: 'qualification.put', qualification: qualificationRow() },
    );
    expect(store.reader.qualifications(psn_no)).toEqual([qualificationRow(), unmapped]);
    await commit(store, { kind: 'qualification.put', qualification: qualificationRow({ opsp_dise_name: '糖尿病' }) });
    expect(store.reader.qualifications(psn_no)[0]?.opsp_dise_name).toBe('糖尿病');
  });

  it('keeps chosen institutions apart by disease and rank', async () => {
    const { opsp_dise_code: _, ...general } = chosenRow({ fixmedins_name: '不限病种' });
    const second = chosenRow({ fix_srt_no: '2', fixmedins_code: 'H44030500002' });
    const store = await storeWith(
      open,
      person,
      ...[second, general, chosenRow({})].map((chosen) => ({ kind: 'chosen.put' as const, chosen })),
    );
    expect(store.reader.chosenInstitutions(psn_no)).toEqual([general, chosenRow({}), second]);
    await commit(store, { kind: 'chosen.put', chosen: { ...general, fixmedins_name: '改选' } });
    expect(store.reader.chosenInstitutions(psn_no).map((row) => row.fixmedins_name)).toEqual([
      '改选',
      '沙箱深圳医院',
      '沙箱深圳医院',
    ]);
  });

  it('lists paid months by insurance, place and month, one row for each', async () => {
    const months = ['202603', '202601', '202602'].map((month) =>
      contributionRow({ accrym_begn: month, accrym_end: month }),
    );
    const store = await storeWith(
      open,
      person,
      ...months.map((contribution) => ({ kind: 'contribution.put' as const, contribution })),
      { kind: 'contribution.put', contribution: contributionRow({ clct_flag: '0' }) },
    );
    expect(store.reader.contributions(psn_no).map((row) => [row.accrym_begn, row.clct_flag])).toEqual([
      ['202601', '0'],
      ['202602', '1'],
      ['202603', '1'],
    ]);
  });

  it('takes nothing for a person who is not there', () => {
    const { writer } = opened(open);
    writer.begin();
    expect(() => writer.apply([{ kind: 'filing.put', filing: filingRow() }])).toThrow();
    expect(() => writer.apply([{ kind: 'qualification.put', qualification: qualificationRow() }])).toThrow();
    expect(() => writer.apply([{ kind: 'chosen.put', chosen: chosenRow({}) }])).toThrow();
    expect(() => writer.apply([{ kind: 'contribution.put', contribution: contributionRow({}) }])).toThrow();
    writer.rollback();
  });
};
