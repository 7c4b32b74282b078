import type { Instant } from '../../../kernel/civil-time.ts';
import { sha256 } from '../../../kernel/sha256.ts';
import type { DomainWrite } from '../write.ts';
import type { BatchSent, Interval } from './batch.ts';
import { isRedBill } from './check-bill.ts';
import { voucherFault } from './faults.ts';
import { checkKey, fileBases, VOUCHER_CHECK, voucherKey, voucherName } from './keys.ts';
import type { PackedVoucher, Unpacked } from './unpacked.ts';
import type { SentAgain, Voucher, VoucherBatch, VoucherRelation, VoucherUpload, VoucherVersion } from './voucher.ts';

/** A row as it is taken: what it says, the voucher that is there already, and what 4905 adds. */
export type RowTaken = {
  readonly relation: VoucherRelation;
  /** 4901: the voucher of that number; 4905: the voucher that comes again. */
  readonly voucher?: Voucher | undefined;
  readonly again?: SentAgain;
  /** 4905 without a package: the files of what came last. */
  readonly filesOf?: VoucherUpload | undefined;
};

/** What came, and when. */
export type BatchTaken = {
  readonly way: '4901' | '4905';
  readonly sent: BatchSent;
  readonly fixmedins_code: string;
  readonly interval: Interval;
  readonly rows: readonly RowTaken[];
  readonly unpacked: Unpacked | undefined;
  readonly now: Instant;
  /** When its vouchers are checked. */
  readonly checkAt: Instant;
};

type Files = Pick<VoucherUpload, 'layout' | 'bill' | 'fileFaults'> & { readonly sha256: string };

const encoder = new TextEncoder();

const digest = (value: unknown): string =>
  Array.from(sha256(encoder.encode(JSON.stringify(value))), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The files of a row, found by their names. */
const filesOf = ({ relation, filesOf: before }: RowTaken, unpacked: Unpacked | undefined): Files => {
  if (unpacked?.ok !== true) return filesBefore(before, relation);
  const bases = fileBases(voucherKey('', relation));
  const packed = unpacked.vouchers.find(({ base }) => bases.includes(base));
  return packed ? filesOfPacked(packed) : missingFiles(relation);
};

const missingFiles = (relation: VoucherRelation): Files => ({
  sha256: '',
  fileFaults: [voucherFault('file-missing', voucherName(voucherKey('', relation)))],
});

const filesOfPacked = ({ sha256: hash, layout, bill, faults }: PackedVoucher): Files => ({
  sha256: hash,
  fileFaults: faults,
  ...(layout && { layout }),
  ...(bill && { bill }),
});

const filesBefore = (before: VoucherUpload | undefined, relation: VoucherRelation): Files => {
  if (!before) return missingFiles(relation);
  const { layout, bill, fileFaults } = before;
  return { sha256: layout?.sha256 ?? '', fileFaults, ...(layout && { layout }), ...(bill && { bill }) };
};

/** Hash of a batch as it was sent: its rows and their files. */
export const contentOf = ({ way, sent, rows, unpacked }: Omit<BatchTaken, 'interval' | 'now' | 'checkAt'>): string =>
  digest([way, sent.bizStsb, sent.upldMode ?? '', rows.map((row) => rowContent(row, filesOf(row, unpacked)))]);

const rowContent = ({ relation, again }: RowTaken, files: Files): string => digest([relation, again, files.sha256]);

/** Everything that a batch puts into the book: nothing of it is judged yet. */
export const batchWrites = (batch: BatchTaken): DomainWrite[] => {
  const { unpacked, rows } = batch;
  const files = unpacked?.ok === true ? unpacked.files : [];
  return [
    { kind: 'voucher-batch.put', batch: keptBatch(batch) },
    ...files.map((file) => ({ kind: 'voucher-file.put', file }) as const),
    ...rows.flatMap((row, index) => rowWrites(batch, row, index)),
  ];
};

const keptBatch = (batch: BatchTaken): VoucherBatch => ({
  fixmedins_code: batch.fixmedins_code,
  upldBchno: batch.sent.upldBchno,
  way: batch.way,
  bizStsb: batch.sent.bizStsb,
  receivedAt: batch.now,
  count: batch.rows.length,
  content: contentOf(batch),
});

const rowWrites = (batch: BatchTaken, taken: RowTaken, row: number): DomainWrite[] => {
  const { way, fixmedins_code, interval, now, unpacked } = batch;
  const { sha256: _sha256, ...files } = filesOf(taken, unpacked);
  const upload: VoucherUpload = {
    fixmedins_code,
    upldBchno: batch.sent.upldBchno,
    row,
    way,
    receivedAt: now,
    ...interval,
    relation: taken.relation,
    ...(taken.again && { again: taken.again }),
    ...files,
    content: rowContent(taken, filesOf(taken, unpacked)),
    ftfileSavRslt: '0',
    chkRslt: '0',
    faults: [],
  };
  const due = { kind: VOUCHER_CHECK, key: checkKey(upload), at: batch.checkAt };
  return [{ kind: 'voucher-upload.put', upload }, ...versionWrites(upload, taken), { kind: 'due.put', due }];
};

/** A new voucher, or a new version of one that comes again. Under a number that is taken 4901 changes nothing. */
const versionWrites = (upload: VoucherUpload, { voucher, again, relation }: RowTaken): DomainWrite[] => {
  const { upldBchno, row, way, receivedAt } = upload;
  const version: VoucherVersion = { upldBchno, row, way, receivedAt, state: 'received' };
  if (again && voucher) {
    const first = voucher.state === 'failed' ? ({ state: 'received' } as const) : {};
    return [{ kind: 'voucher.put', voucher: { ...voucher, ...first, versions: [...voucher.versions, version] } }];
  }
  if (voucher) return [];
  const key = voucherKey(upload.fixmedins_code, relation);
  const red = upload.bill !== undefined && isRedBill(upload.bill);
  const started = { state: 'received', relation, red, rhredFlag: '0', reimFlag: '0' } as const;
  return [{ kind: 'voucher.put', voucher: { ...key, ...started, versions: [version] } }];
};
