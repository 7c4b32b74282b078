import type { Institution } from '../institution.ts';
import type { Book, Settlement } from '../settlement.ts';
import { voucherKey } from './keys.ts';
import type { Bill, Voucher, VoucherKey, VoucherUpload, VoucherVersion } from './voucher.ts';

/** What the check of a voucher looks up. */
export type CheckFacts = {
  readonly upload: VoucherUpload;
  readonly institution: Institution;
  /** The voucher of that number, and what came last under it. */
  readonly known?: Voucher;
  readonly lastOfKnown?: VoucherUpload;
  /** 4905: the voucher that comes again. */
  readonly before?: Voucher;
  /** The hospital's own settlement that the row names. */
  readonly settlement?: Settlement;
  /** Vouchers that name the same settlement. */
  readonly ofSettlement: readonly Voucher[];
  /** The voucher that a red one takes back, and what it says by its version in force. */
  readonly original?: Voucher;
  readonly originalBill?: Bill;
};

/** What the look-ups need of a store. */
export type VoucherReader = {
  readonly institution: (fixmedins_code: string) => Institution | undefined;
  readonly settlement: (book: Book, setl_id: string) => Settlement | undefined;
  readonly voucher: (key: VoucherKey) => Voucher | undefined;
  readonly vouchersOfSettlement: (setl_id: string) => Voucher[];
  readonly voucherUpload: (fixmedins_code: string, upldBchno: string, row: number) => VoucherUpload | undefined;
};

/** The upload of a version. */
export const uploadOfVersion = (
  reader: VoucherReader,
  { fixmedins_code }: VoucherKey,
  version: VoucherVersion | undefined,
): VoucherUpload | undefined => version && reader.voucherUpload(fixmedins_code, version.upldBchno, version.row);

/** The version in force: the last one that is normal. */
export const inForce = ({ versions }: Voucher): VoucherVersion | undefined =>
  versions.findLast((version) => version.state === 'normal');

export const checkFacts = (reader: VoucherReader, upload: VoucherUpload): CheckFacts | undefined => {
  const { fixmedins_code, relation } = upload;
  const institution = reader.institution(fixmedins_code);
  if (!institution) return undefined;
  const settlement = ownSettlement(reader, fixmedins_code, relation.setlId);
  return {
    upload,
    institution,
    ofSettlement: relation.setlId === undefined ? [] : reader.vouchersOfSettlement(relation.setlId),
    ...ofNumber(reader, upload),
    ...ofOriginal(reader, upload),
    ...(settlement && { settlement }),
  };
};

const ofNumber = (
  reader: VoucherReader,
  { fixmedins_code, relation, again }: VoucherUpload,
): Pick<CheckFacts, 'known' | 'lastOfKnown' | 'before'> => {
  const known = reader.voucher(voucherKey(fixmedins_code, relation));
  const lastOfKnown = known && uploadOfVersion(reader, known, known.versions.at(-1));
  const before = again && reader.voucher({ fixmedins_code, no: again.no, code: again.code });
  return { ...(known && { known }), ...(lastOfKnown && { lastOfKnown }), ...(before && { before }) };
};

const ofOriginal = (
  reader: VoucherReader,
  { fixmedins_code, bill }: VoucherUpload,
): Pick<CheckFacts, 'original' | 'originalBill'> => {
  const { relElecSetlCertNo: no, relElecSetlCertCode: code = '' } = bill?.billInfo ?? {};
  const original = no === undefined ? undefined : reader.voucher({ fixmedins_code, no, code });
  const originalBill = original && uploadOfVersion(reader, original, inForce(original))?.bill;
  return { ...(original && { original }), ...(originalBill && { originalBill }) };
};

/** Another hospital's settlement is like none. */
const ownSettlement = (reader: VoucherReader, fixmedins_code: string, setlId: string | undefined) => {
  const found = setlId === undefined ? undefined : reader.settlement('treatment', setlId);
  return found?.fixmedins_code === fixmedins_code ? found : undefined;
};
