import type { Bill, LayoutFile, VoucherFault } from './voucher.ts';

/** A package 压缩包 as a message carries it. */
export type Packed = {
  /** The zip. */
  readonly base64: string;
  /** 上传模式 upldMode: 1 the layout file carries the structured XML inside, 2 it lies beside it. */
  readonly mode: '1' | '2';
};

/** What was found for one voucher: files whose names begin alike. */
export type PackedVoucher = {
  /** The name before the ending and before `-extinfo`. */
  readonly base: string;
  /** Of all its files, names included, hexadecimal. */
  readonly sha256: string;
  readonly layout?: LayoutFile;
  readonly bill?: Bill;
  readonly faults: readonly VoucherFault[];
};

/** Bytes of a file under their hash. */
export type FileBytes = { readonly sha256: string; readonly base64: string };

/** A package taken apart: what stands in it, or why it cannot be opened. */
export type Unpacked =
  | { readonly ok: false; readonly text: string }
  | {
      readonly ok: true;
      readonly vouchers: readonly PackedVoucher[];
      /** The layout files. */
      readonly files: readonly FileBytes[];
    };
