import type { Onboarding } from '../../domain/voucher/onboarding/onboarding.ts';
import type { FileBytes } from '../../domain/voucher/unpacked.ts';
import type { Voucher, VoucherBatch, VoucherKey, VoucherUpload } from '../../domain/voucher/voucher.ts';

/** What a reader tells of electronic settlement vouchers 电子结算凭证. */
export type VoucherLookups = {
  readonly voucher: (key: VoucherKey) => Voucher | undefined;
  /** Of a number with any code: by code. */
  readonly vouchersNumbered: (fixmedins_code: string, no: string) => Voucher[];
  /** Of all institutions, by institution, number and code. */
  readonly vouchers: () => Voucher[];
  /** That name this settlement, in the same order. */
  readonly vouchersOfSettlement: (setl_id: string) => Voucher[];
  readonly voucherBatch: (fixmedins_code: string, upldBchno: string) => VoucherBatch | undefined;
  readonly voucherUpload: (fixmedins_code: string, upldBchno: string, row: number) => VoucherUpload | undefined;
  /** By row. */
  readonly voucherUploads: (fixmedins_code: string, upldBchno: string) => VoucherUpload[];
  readonly voucherFile: (sha256: string) => FileBytes | undefined;
  readonly voucherOnboarding: (fixmedins_code: string) => Onboarding | undefined;
  /** Those of which something was recorded, by institution. */
  readonly voucherOnboardings: () => Onboarding[];
};
