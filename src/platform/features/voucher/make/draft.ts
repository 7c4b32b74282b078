import type { SentAgain } from '../../../domain/voucher/voucher.ts';
import type { Specimen } from './specimen.ts';
import type { NamedBytes } from './zip-files.ts';

/** A voucher of a batch that is being made. */
export type DraftVoucher = Specimen & {
  /** 4905: which voucher comes again, and why. */
  readonly again?: SentAgain;
};

/** A batch before it is packed. The edits are for batches that are meant to be wrong: each changes what it names. */
export type Draft = {
  readonly way: '4901' | '4905';
  readonly mode: '1' | '2';
  readonly vouchers: readonly DraftVoucher[];
  /** The fields directly under `input`, as they are sent. */
  readonly sent: {
    readonly fixmedinsCode: string;
    readonly fixmedinsName: string;
    readonly elecSetlCertCnt: number;
    readonly bizStsb: string;
    readonly upldBchno: string;
    readonly upldMode: string;
  };
  readonly xml?: (xml: string) => string | undefined;
  readonly ofd?: (files: readonly NamedBytes[]) => readonly NamedBytes[];
  readonly files?: (files: readonly NamedBytes[]) => readonly NamedBytes[];
  readonly zip?: (zip: Buffer) => Buffer;
  readonly base64?: (base64: string) => string;
};

/** Code and number as they name the files. */
export const baseOf = ({ relation }: Specimen): string => {
  const { elecSetlCertCode: code = '', elecSetlCertNo: no } = relation;
  return code === '' ? no : `${code}-${no}`;
};
