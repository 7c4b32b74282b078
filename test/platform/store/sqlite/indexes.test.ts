import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import type { Reader } from '../../../../src/platform/store/port.ts';
import { openSqliteStore } from '../../../../src/platform/store/sqlite/open.ts';
import { sqliteReader } from '../../../../src/platform/store/sqlite/reader.ts';
import { messageKey } from '../rows.ts';
import { temporaryFile } from './temporary-file.ts';

/** The lists that are asked for whole. */
const WHOLE = [
  'institutions', 'journal', 'lastJournalSeq', 'journalOfDoors', 'applications',
  'placeStates', 'maintenances', 'terminalNotices', 'vouchers', 'voucherOnboardings', 'faults',
]; // prettier-ignore

const LOOK_UPS: { readonly [K in keyof Reader]: Parameters<Reader[K]> } = {
  institution: ['H1'],
  institutions: [],
  item: ['440300', 'X'],
  items: ['440300'],
  match: [{ fixmedins_code: 'H1', fixmedins_hilist_id: 'D1', list_type: '101', med_list_codg: 'X' }],
  matches: ['H1'],
  person: ['P1'],
  personByCertificate: ['C1'],
  personByCard: ['A1'],
  personByToken: ['T1'],
  personas: [],
  shown: ['1'],
  heldAt: ['H1', 'qr'],
  ecToken: ['T1'],
  tokenCheck: ['T1', 'H1'],
  faceAuthorisation: ['A1'],
  terminalNotices: [10],
  cardReading: ['R1'],
  filings: ['P1'],
  qualifications: ['P1'],
  chosenInstitutions: ['P1'],
  contributions: ['P1'],
  application: ['A1'],
  applications: [],
  applicationsOf: ['P1'],
  upload: ['institution', 'H1'],
  uploads: ['institution', 0],
  placeStates: [],
  maintenances: [],
  balance: ['P1', '310'],
  accumulators: ['P1', '310'],
  registration: ['R1'],
  visit: ['V1'],
  visitsOf: ['P1'],
  batch: ['V1', 'B1'],
  batches: ['V1'],
  settlement: ['treatment', 'S1'],
  refundsOf: ['treatment', 'S1'],
  settlementsOfVisit: ['treatment', 'V1'],
  settlementsByVisitNumber: ['treatment', 'N1'],
  settlementsByMessage: ['treatment', 'H1', '2207', 'M1'],
  nationalSettlementsOfPerson: ['P1', '2026-09-01', '2026-09-30'],
  nationalSettlementsOfCertificate: ['C1', '2026-09-01', '2026-09-30'],
  voucher: [{ fixmedins_code: 'H1', no: '1', code: '1' }],
  vouchersNumbered: ['H1', '1'],
  vouchers: [],
  vouchersOfSettlement: ['S1'],
  voucherBatch: ['H1', 'B1'],
  voucherUpload: ['H1', 'B1', 0],
  voucherUploads: ['H1', 'B1'],
  voucherFile: ['ab'],
  voucherOnboarding: ['H1'],
  voucherOnboardings: [],
  settlementsOfInstitution: ['H1', '2026-09-01', '2026-09-30'],
  file: ['F1'],
  confirmationsOf: ['S1'],
  confirmations: ['H1', '202607', '202609'],
  clearingRecord: ['month', '202609'],
  clearingRecords: ['month', '202601', '202612'],
  nationalOfDay: ['2026-09-01', undefined, 10],
  insuredOfDay: ['2026-09-01', undefined, 10],
  nationalUnfiled: ['2026-09-01 08:00:00', '2026-09-01 08:59:59'],
  nationalUnconfirmed: ['2026-09-01 00:00:00', '2026-09-01 23:59:59'],
  nationalConfirmed: ['202609', '', 10],
  message: [messageKey()],
  openLegOfVisit: ['V1'],
  legOfMessage: [messageKey()],
  legsInState: ['sent'],
  serial: ['setl_id'],
  nextDue: [0],
  faults: [],
  faultAttempts: ['F1', 'K1'],
  firingsAfter: [0, 10],
  firingsOf: [1],
  delivery: [1],
  deliveriesAfter: [0, 10],
  signIn: ['SI1'],
  setting: ['seed'],
  settingsUnder: ['notice:'],
  lastJournalSeq: [],
  journal: [10],
  journalOfTrace: ['T1'],
  headsOfTrace: ['T1'],
  journalRows: [[1, 2]],
  journalAfter: [1, 10],
  journalCount: [1],
  journalOfDoors: [['national', 'insured']],
  records: ['4101', 10],
};

it.each(Object.entries(LOOK_UPS))('the look-up %s reads no table from end to end', (name, values) => {
  const file = temporaryFile();
  openSqliteStore({ file, synchronous: 'OFF' }).close();
  const connection = new Sqlite(file);
  onTestFinished(() => void connection.close());
  const statements: { text: string; parameters: unknown[] }[] = [];
  const db = drizzle({
    client: connection,
    logger: { logQuery: (text, parameters) => void statements.push({ text, parameters }) },
  });
  const lookUp = sqliteReader(db)[name as keyof Reader] as (...values: unknown[]) => unknown;
  lookUp(...values);
  const steps = statements.flatMap(
    ({ text, parameters }) =>
      connection.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...parameters) as { detail: string }[],
  );
  expect(steps).not.toEqual([]);
  const scans = steps.filter(({ detail }) => detail.startsWith('SCAN'));
  if (!WHOLE.includes(name)) expect(scans).toEqual([]);
});
