import type { CivilDate } from '../../../kernel/civil-time.ts';
import type { Period } from '../../../rules/clearing/period.ts';
import type { Confirmation } from '../../domain/confirmation.ts';
import type { HospitalFile } from '../../domain/hospital-file.ts';
import type { Settlement } from '../../domain/settlement.ts';

/** What a hospital reconciles and confirms: a part of the reader. */
export type ClearingReader = {
  /** Of the treatment book: an institution's settlements and refunds of these days, both included, oldest first. */
  readonly settlementsOfInstitution: (fixmedins_code: string, from: CivilDate, to: CivilDate) => Settlement[];
  readonly file: (file_qury_no: string) => HospitalFile | undefined;
  /** What was said of a settlement or refund, by month. */
  readonly confirmationsOf: (setl_id: string) => Confirmation[];
  /** What an institution has said in these months, both included, by month and number. */
  readonly confirmations: (fixmedins_code: string, from: Period, to: Period) => Confirmation[];
};
