import type { HospitalContext } from '../../../dispatch/definition.ts';
import { uploadOfVersion } from '../../../domain/voucher/check-facts.ts';
import type { Onboarding } from '../../../domain/voucher/onboarding/onboarding.ts';
import type {
  SentAgain,
  Voucher,
  VoucherBatch,
  VoucherRelation,
  VoucherUpload,
} from '../../../domain/voucher/voucher.ts';
import type { Reader } from '../../../store/port.ts';
import type { Input } from './wire.gen.ts';

/** A row with the voucher that comes again, and the files that came last. */
export type LoadedRow = {
  readonly relation: VoucherRelation;
  readonly again: SentAgain;
  readonly initUpldWay: string;
  readonly voucher: Voucher | undefined;
  readonly filesOf: VoucherUpload | undefined;
};

export type AgainFacts = {
  readonly batch: VoucherBatch | undefined;
  readonly onboarding: Onboarding | undefined;
  readonly rows: readonly LoadedRow[];
};

export const loadAgain = (reader: Reader, input: Input, { institution }: HospitalContext): AgainFacts => ({
  batch: reader.voucherBatch(institution.fixmedins_code, input.upldBchno),
  onboarding: reader.voucherOnboarding(institution.fixmedins_code),
  rows: input.reUploadDetlDTOList.map((row) => rowOf(reader, row, institution.fixmedins_code)),
});

const rowOf = (reader: Reader, row: Input['reUploadDetlDTOList'][number], fixmedins_code: string): LoadedRow => {
  const { initElecSetlCertCode = '', initElecSetlCertNo, initUpldWay, rea, certCodeNoErrFlag, ...relation } = row;
  const again = { code: initElecSetlCertCode, no: initElecSetlCertNo, rea, renamed: certCodeNoErrFlag === '1' };
  const voucher = reader.voucher({ fixmedins_code, no: again.no, code: again.code });
  const filesOf = voucher && uploadOfVersion(reader, voucher, voucher.versions.at(-1));
  return { relation, again, initUpldWay, voucher, filesOf };
};
