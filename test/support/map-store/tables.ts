import { must } from '../../../src/kernel/assert.ts';
import type { Fault } from '../../../src/kernel/fault/fault.ts';
import type { Fen } from '../../../src/kernel/money.ts';
import type {
  ChosenInstitution,
  Contribution,
  Filing,
  Person,
  Qualification,
} from '../../../src/platform/domain/person.ts';
import type { Application } from '../../../src/platform/domain/application.ts';
import type { Delivery } from '../../../src/platform/domain/delivery.ts';
import type { Due } from '../../../src/platform/domain/due.ts';
import type { Firing } from '../../../src/platform/domain/firing.ts';
import type { CardReading } from '../../../src/platform/domain/card-reading.ts';
import type { EcToken, TokenCheck } from '../../../src/platform/domain/e-credential/ec-token.ts';
import type { FaceAuthorisation } from '../../../src/platform/domain/e-credential/face-authorisation.ts';
import type { Shown } from '../../../src/platform/domain/e-credential/shown.ts';
import type { TerminalNotice } from '../../../src/platform/domain/e-credential/terminal-notice.ts';
import type { ClearingKind, ClearingRecords } from '../../../src/platform/domain/clearing/national/records.ts';
import type { Confirmation } from '../../../src/platform/domain/confirmation.ts';
import type { HospitalFile } from '../../../src/platform/domain/hospital-file.ts';
import type { Institution } from '../../../src/platform/domain/institution.ts';
import type { ItemMatch } from '../../../src/platform/domain/item-match.ts';
import type { Maintenance } from '../../../src/platform/domain/maintenance.ts';
import type { PlaceState } from '../../../src/platform/domain/place-state.ts';
import type { Settlement } from '../../../src/platform/domain/settlement.ts';
import type { Upload } from '../../../src/platform/domain/upload.ts';
import type { Batch, Registration, Visit } from '../../../src/platform/domain/visit.ts';
import type { Onboarding } from '../../../src/platform/domain/voucher/onboarding/onboarding.ts';
import type { FileBytes } from '../../../src/platform/domain/voucher/unpacked.ts';
import type { Voucher, VoucherBatch, VoucherUpload } from '../../../src/platform/domain/voucher/voucher.ts';
import type {
  AccumulatorRow,
  CollectedRecord,
  JournalRow,
  Leg,
  Reader,
  RememberedMessage,
  SignIn,
} from '../../../src/platform/store/port.ts';

type CatalogueItem = NonNullable<ReturnType<Reader['item']>>;

/** The rows of each table. */
export type Rows = {
  institution: Institution;
  item: { place: string; item: CatalogueItem };
  match: ItemMatch;
  person: Person;
  shown: Shown;
  ecToken: EcToken;
  tokenCheck: TokenCheck;
  faceAuthorisation: FaceAuthorisation;
  terminalNotice: TerminalNotice;
  cardReading: CardReading;
  filing: Filing;
  qualification: Qualification;
  chosen: ChosenInstitution;
  contribution: Contribution;
  application: Application;
  upload: Upload;
  placeState: PlaceState;
  maintenance: Maintenance;
  account: { psn_no: string; insutype: string; balc: Fen };
  accumulator: AccumulatorRow & { psn_no: string; insutype: string };
  registration: Registration;
  visit: Visit;
  batch: Batch;
  settlement: Settlement;
  voucher: Voucher;
  voucherBatch: VoucherBatch;
  voucherUpload: VoucherUpload;
  voucherFile: FileBytes;
  voucherOnboarding: Onboarding;
  file: HospitalFile;
  confirmation: Confirmation;
  clearing: { record: ClearingKind; key: string; body: ClearingRecords[ClearingKind] };
  message: RememberedMessage;
  leg: Leg;
  serial: number;
  setting: string;
  due: Due;
  signIn: SignIn;
  fault: Fault;
  faultAttempt: number;
  firing: Firing;
  delivery: Delivery;
  record: CollectedRecord;
  journal: JournalRow;
};
export type TableName = keyof Rows;

/** A row and when its key came first: overwriting a row, or undoing that, does not move it in a list. */
export type Entry<T extends TableName> = { readonly order: number; readonly row: Rows[T] };
export type Tables = { readonly [T in TableName]: Map<string, Entry<T>> };

export const emptyTables = (): Tables => ({
  institution: new Map(),
  item: new Map(),
  match: new Map(),
  person: new Map(),
  shown: new Map(),
  ecToken: new Map(),
  tokenCheck: new Map(),
  faceAuthorisation: new Map(),
  terminalNotice: new Map(),
  cardReading: new Map(),
  filing: new Map(),
  qualification: new Map(),
  chosen: new Map(),
  contribution: new Map(),
  application: new Map(),
  upload: new Map(),
  placeState: new Map(),
  maintenance: new Map(),
  account: new Map(),
  accumulator: new Map(),
  registration: new Map(),
  visit: new Map(),
  batch: new Map(),
  settlement: new Map(),
  voucher: new Map(),
  voucherBatch: new Map(),
  voucherUpload: new Map(),
  voucherFile: new Map(),
  voucherOnboarding: new Map(),
  file: new Map(),
  confirmation: new Map(),
  clearing: new Map(),
  message: new Map(),
  leg: new Map(),
  serial: new Map(),
  setting: new Map(),
  due: new Map(),
  signIn: new Map(),
  fault: new Map(),
  faultAttempt: new Map(),
  firing: new Map(),
  delivery: new Map(),
  record: new Map(),
  journal: new Map(),
});

/** The key of a row, from the values that make it the same row. */
export const keyOf = (...values: readonly (string | number)[]): string => JSON.stringify(values);

const freeze = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return;
  Object.values(value).forEach(freeze);
  Object.freeze(value);
};

/**
 * A copy that nobody can change, as it comes back from a file: whoever still holds the original holds another
 * value.
 */
export const stored = <V>(value: V): V => {
  const copy = JSON.parse(JSON.stringify(value)) as V;
  freeze(copy);
  return copy;
};

/** Order of the bytes in UTF-8, which is that of the code points. */
export const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

export const rowAt = <T extends TableName>(tables: Tables, name: T, ...key: readonly (string | number)[]) =>
  tables[name].get(keyOf(...key))?.row;

/** The rows that fit, in the order in which they came. */
export const rowsWhere = <T extends TableName>(tables: Tables, name: T, fits: (row: Rows[T]) => boolean): Rows[T][] =>
  [...tables[name].values()]
    .filter((entry) => fits(entry.row))
    .sort((a, b) => a.order - b.order)
    .map((entry) => entry.row);

/** A row that must be there. */
export const rowThere = <T extends TableName>(
  tables: Tables,
  name: T,
  ...key: readonly (string | number)[]
): Rows[T] => {
  const row = rowAt(tables, name, ...key);
  must(row !== undefined, `no ${name} ${key.join(' ')}`);
  return row;
};
