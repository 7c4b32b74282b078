import { expect, it } from 'vitest';
import { addMonths, instantOf, isCivilDate } from '../../../../src/kernel/civil-time.ts';
import type { Write } from '../../../../src/platform/store/port.ts';
import { seedWrites } from '../../../../src/platform/workspace/seeds/seed-writes.ts';
import { openMapStore } from '../../../support/map-store.ts';
import {
  allOf,
  files,
  institutions,
  personaOf,
  seeds,
  START,
  TWO_YEARS_LATER,
  writes,
  writesOn,
} from './shipped-seeds.ts';

const bytes = (rows: readonly Write[]): string => JSON.stringify(rows);

it('writes the same for the same files and day, whatever the order of the files and the hour', () => {
  const evening = instantOf(`${START} 23:59:59`);
  expect(bytes(seedWrites({ files: files.toReversed(), now: evening }))).toBe(bytes(writes));
});

it('writes institutions first, then catalogues, then persons with what belongs to them', () => {
  const order = ['institution.put', 'item.put', 'person.put'].map((kind) =>
    writes.findIndex((row) => row.kind === kind),
  );
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order[0]).toBe(0);
});

it('fills a workspace in which a persona is found by certificate, card and token', () => {
  const store = openMapStore();
  store.writer.begin();
  store.writer.apply(writes);
  void store.writer.commit();
  expect(store.reader.personas()).toHaveLength(seeds.personas.length);
  const { person } = personaOf('xian-worker-hypertension-diabetes');
  expect(store.reader.personByCertificate(person.certno)).toEqual(person);
  expect(store.reader.personByCard(person.card?.card_no ?? '')).toEqual(person);
  expect(store.reader.personByToken(person.ec_token ?? '')).toEqual(person);
  expect(store.reader.balance(person.psn_no, '310')).toBe(16_880);
  expect(store.reader.qualifications(person.psn_no).map(({ opsp_dise_code }) => opsp_dise_code)).toEqual([
    'M03900',
    'M01600',
  ]);
});

it('tells every day from the start of the workspace: two years later it is the same world', () => {
  const later = writesOn(TWO_YEARS_LATER);
  expect(later).toHaveLength(writes.length);
  const expired = personaOf('xian-worker-filing-expired', later);
  expect(expired.filings[0]?.enddate).toBe('2028-03-01');
  expect(personaOf('xian-worker-filing-expired').filings[0]?.enddate).toBe('2026-03-01');
  expect(expired.person.brdy).toBe(personaOf('xian-worker-filing-expired').person.brdy);
});

it('counts what was used in the year of the start', () => {
  const id = 'nanjing-worker-deductible-nearly-used';
  const [deductible] = personaOf(id).accumulators;
  expect(deductible).toMatchObject({ insutype: '310', period: '2026', cum_type_code: 'Q000B_14', amount: 90_000 });
  expect(personaOf(id, writesOn(TWO_YEARS_LATER)).accumulators[0]).toMatchObject({ period: '2028' });
});

it('lists contributions by month up to the last one', () => {
  const [row] = personaOf('shenzhen-worker-thalassemia').contributions;
  expect(row).toMatchObject({ poolarea_no: '440300', accrym_begn: '202211', accrym_end: '202602', clct_flag: '1' });
});

it('makes days that exist, whatever the end of a month it starts on', () => {
  for (let month = 0; month < 48; month++) {
    const days = bytes(writesOn(addMonths('2027-01-31', month))).match(/(?<=")\d{4}-\d\d-\d\d/g) ?? [];
    expect(days.length).toBeGreaterThan(200);
    expect(days.filter((day) => !isCivilDate(day))).toEqual([]);
  }
});

it('keeps a local code beside the national one, and no national one where there is no mapping', () => {
  const [mapped] = personaOf('nanjing-resident-hepatitis-local-code').qualifications;
  expect(mapped).toMatchObject({ local_dise_code: 'M00201', opsp_dise_code: 'M00200' });
  const [unmapped] = personaOf('nanjing-worker-dialysis-unmapped-code').qualifications;
  expect(unmapped).not.toHaveProperty('opsp_dise_code');
});

it('has uploaded what provinces need of each other, at the begin of the day', () => {
  const uploads = allOf('upload.put').map(({ upload }) => upload);
  const count = (kind: string) => uploads.filter((row) => row.kind === kind).length;
  expect(new Set(uploads.map(({ kind, key }) => `${kind} ${key}`)).size).toBe(uploads.length);
  expect(count('institution')).toBe(institutions.length);
  expect(count('opened-disease')).toBe(institutions.flatMap(({ openedDiseases }) => openedDiseases).length);
  expect(count('qualification')).toBe(allOf('qualification.put').length);
  expect(count('chosen-institution')).toBe(allOf('chosen.put').length);
  expect(new Set(uploads.map(({ updatedAt }) => updatedAt))).toEqual(new Set([instantOf(START)]));

  const unmapped = uploads.find(({ row }) => row['poolarea_dise_code'] === 'M07804');
  expect(unmapped).toMatchObject({ place: '320100', row: { opsp_dise_code: 'M07804', vali_flag: '1' } });
  const expired = uploads.find(({ row }) => row['psn_name'] === '秦过审');
  expect(expired).toMatchObject({ row: { vali_flag: '0', enddate: '2026-03-16' } });
});

it('refuses to start with broken seeds, and says where', () => {
  const broken = [...files, { name: 'seeds/personas/mine.yaml', text: 'status: real\npersonas: []\n' }];
  expect(() => seedWrites({ files: broken, now: instantOf(START) })).toThrow(/seeds\/personas\/mine\.yaml:1 .*sandbox/);
});
