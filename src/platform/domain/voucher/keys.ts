import type { VoucherKey, VoucherUpload } from './voucher.ts';

type Numbered = { readonly elecSetlCertCode?: string | undefined; readonly elecSetlCertNo: string };

/** The key of a voucher from the numbers of a row. */
export const voucherKey = (fixmedins_code: string, row: Numbered): VoucherKey => ({
  fixmedins_code,
  no: row.elecSetlCertNo,
  code: row.elecSetlCertCode ?? '',
});

/** A voucher in words: code and number. */
export const voucherName = ({ code, no }: { readonly code: string; readonly no: string }): string =>
  code === '' ? no : `${code}-${no}`;

/** The names that the files of a voucher may have: code and number, joined by a hyphen, an underscore or nothing. */
export const fileBases = ({ code, no }: { readonly code: string; readonly no: string }): readonly string[] =>
  code === '' ? [no] : [`${code}-${no}`, `${code}_${no}`, `${code}${no}`];

/** The kind of due work that checks a voucher, and its key. */
export const VOUCHER_CHECK = 'voucher-check';

type Row = Pick<VoucherUpload, 'fixmedins_code' | 'upldBchno' | 'row'>;

export const checkKey = ({ fixmedins_code, upldBchno, row }: Row): string =>
  JSON.stringify([fixmedins_code, upldBchno, row]);

export const rowOfCheck = (key: string): Row => {
  const [fixmedins_code, upldBchno, row] = JSON.parse(key) as [string, string, number];
  return { fixmedins_code, upldBchno, row };
};
