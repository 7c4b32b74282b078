import type { Instant } from '../../../kernel/civil-time.ts';
import type { DomainWrite } from '../write.ts';
import { isRedBill } from './check-bill.ts';
import { inForce, type CheckFacts } from './check-facts.ts';
import { isFileFault, reasonOf } from './faults.ts';
import { sameAgain } from './judge.ts';
import { voucherKey } from './keys.ts';
import type { Voucher, VoucherFault, VoucherUpload, VoucherVersion } from './voucher.ts';

/** What the check of a voucher changes: its result for 4902, and the voucher itself. */
export const verdictWrites = (facts: CheckFacts, faults: readonly VoucherFault[], now: Instant): DomainWrite[] => {
  const { upload, lastOfKnown } = facts;
  if (sameAgain(facts) && lastOfKnown) return [{ kind: 'voucher-upload.put', upload: asThe(lastOfKnown, upload, now) }];
  const checked = checkedUpload(upload, faults, now);
  return [{ kind: 'voucher-upload.put', upload: checked }, ...voucherWrites(facts, checked)];
};

/** The result of what came before, for the same content once more. */
const asThe = (first: VoucherUpload, upload: VoucherUpload, now: Instant): VoucherUpload => {
  const { ftfileSavRslt, chkRslt, savFaleRea, faults } = first;
  return {
    ...upload,
    ftfileSavRslt,
    chkRslt,
    faults,
    checkedAt: now,
    ...(savFaleRea !== undefined && { savFaleRea }),
  };
};

const checkedUpload = (upload: VoucherUpload, faults: readonly VoucherFault[], now: Instant): VoucherUpload => ({
  ...upload,
  ftfileSavRslt: faults.some(isFileFault) ? '2' : '1',
  // What cannot be read cannot be verified.
  chkRslt: faults.length > 0 ? '2' : '1',
  faults: faults.map(({ fault }) => fault),
  ...(faults.length > 0 && { savFaleRea: reasonOf(faults) }),
  checkedAt: now,
});

const voucherWrites = (facts: CheckFacts, checked: VoucherUpload): DomainWrite[] => {
  const voucher = checked.again ? facts.before : facts.known;
  // A number that was there already stays as it is: only the result of the batch says so.
  if (!voucher?.versions.some((version) => isVersion(version, checked))) return [];
  const versions = voucher.versions.map((version) =>
    isVersion(version, checked) ? settledVersion(version, checked) : version,
  );
  if (checked.chkRslt !== '1') return [put({ ...voucher, versions, state: stateAfterFailure(voucher) })];
  return [...accepted({ ...voucher, versions }, facts, checked), ...originalWrites(facts, checked)];
};

const isVersion = (version: VoucherVersion, { upldBchno, row }: VoucherUpload): boolean =>
  version.upldBchno === upldBchno && version.row === row;

const settledVersion = (version: VoucherVersion, { chkRslt, savFaleRea }: VoucherUpload): VoucherVersion => ({
  ...version,
  state: chkRslt === '1' ? 'normal' : 'failed',
  ...(savFaleRea !== undefined && { savFaleRea }),
});

/** A version that fails leaves the one before it in force. */
const stateAfterFailure = (voucher: Voucher): Voucher['state'] => (inForce(voucher) ? voucher.state : 'failed');

/** A good version is what the voucher says from now on; under another number the old one is replaced. */
const accepted = (voucher: Voucher, { upload }: CheckFacts, { bill }: VoucherUpload): DomainWrite[] => {
  const { fixmedins_code, relation, again } = upload;
  const red = bill !== undefined && isRedBill(bill);
  const { relElecSetlCertNo: no, relElecSetlCertCode: code = '' } = bill?.billInfo ?? {};
  const { redOf: _redOf, ...rest } = voucher;
  const now: Voucher = {
    ...rest,
    state: 'normal',
    relation,
    red,
    ...(red && no !== undefined && { redOf: { code, no } }),
  };
  if (again?.renamed !== true) return [put(now)];
  const key = voucherKey(fixmedins_code, relation);
  const replacedBy = { code: key.code, no: key.no };
  return [put({ ...voucher, state: 'replaced', replacedBy }), put({ ...now, ...key })];
};

/** The original of a red voucher is taken back. */
const originalWrites = ({ original }: CheckFacts, { relation, bill }: VoucherUpload): DomainWrite[] => {
  if (!original || !bill || !isRedBill(bill)) return [];
  const redBy = { code: relation.elecSetlCertCode ?? '', no: relation.elecSetlCertNo };
  return [put({ ...original, rhredFlag: '1', redBy })];
};

const put = (voucher: Voucher): DomainWrite => ({ kind: 'voucher.put', voucher });
