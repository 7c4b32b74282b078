import type { Admdvs } from '../../kernel/admdvs.ts';
import type { Fen } from '../../kernel/money.ts';
import type { CatalogueItem } from '../../rules/catalogue/catalogue-item.ts';
import type { Period } from '../../rules/clearing/period.ts';
import type { Application } from './application.ts';
import type { CardReading } from './card-reading.ts';
import type { Due } from './due.ts';
import type { EcToken, TokenCheck } from './e-credential/ec-token.ts';
import type { FaceAuthorisation } from './e-credential/face-authorisation.ts';
import type { Shown } from './e-credential/shown.ts';
import type { TerminalNotice } from './e-credential/terminal-notice.ts';
import type { ClearingKind, ClearingPut } from './clearing/national/records.ts';
import type { Confirmation } from './confirmation.ts';
import type { HospitalFile } from './hospital-file.ts';
import type { Institution } from './institution.ts';
import type { ItemMatch } from './item-match.ts';
import type { Maintenance } from './maintenance.ts';
import type { ChosenInstitution, Contribution, Filing, Person, Qualification } from './person.ts';
import type { PlaceState } from './place-state.ts';
import type { Book, Settlement, SettlementState } from './settlement.ts';
import type { Upload } from './upload.ts';
import type { Batch, Registration, Visit } from './visit.ts';
import type { Onboarding } from './voucher/onboarding/onboarding.ts';
import type { FileBytes } from './voucher/unpacked.ts';
import type { Voucher, VoucherBatch, VoucherUpload } from './voucher/voucher.ts';

/** What business can change, as data: the store applies it, together with what the dispatcher keeps of the message. */
export type DomainWrite =
  | { readonly kind: 'institution.put'; readonly institution: Institution }
  | { readonly kind: 'item.put'; readonly place: Admdvs; readonly item: CatalogueItem }
  | { readonly kind: 'match.put'; readonly match: ItemMatch }
  | { readonly kind: 'person.put'; readonly person: Person }
  | { readonly kind: 'filing.put'; readonly filing: Filing }
  | { readonly kind: 'qualification.put'; readonly qualification: Qualification }
  | { readonly kind: 'chosen.put'; readonly chosen: ChosenInstitution }
  | { readonly kind: 'application.put'; readonly application: Application }
  | { readonly kind: 'upload.put'; readonly upload: Upload }
  | { readonly kind: 'place.put'; readonly state: PlaceState }
  | { readonly kind: 'due.put'; readonly due: Due }
  | { readonly kind: 'due.done'; readonly due: Due }
  | { readonly kind: 'maintenance.put'; readonly window: Maintenance }
  | { readonly kind: 'shown.put'; readonly shown: Shown }
  | { readonly kind: 'ec-token.put'; readonly token: EcToken }
  | { readonly kind: 'token-check.put'; readonly check: TokenCheck }
  | { readonly kind: 'face-authorisation.put'; readonly authorisation: FaceAuthorisation }
  | { readonly kind: 'terminal-notice.put'; readonly notice: TerminalNotice }
  | { readonly kind: 'card-reading.put'; readonly reading: CardReading }
  | { readonly kind: 'contribution.put'; readonly contribution: Contribution }
  | { readonly kind: 'account.add'; readonly psn_no: string; readonly insutype: string; readonly amount: Fen }
  | {
      readonly kind: 'accumulator.add';
      readonly psn_no: string;
      readonly insutype: string;
      readonly period: string;
      readonly cum_type_code: string;
      readonly amount: Fen;
    }
  | { readonly kind: 'registration.put'; readonly registration: Registration }
  | { readonly kind: 'visit.put'; readonly visit: Visit }
  | { readonly kind: 'batch.put'; readonly batch: Batch }
  | { readonly kind: 'batch.withdraw'; readonly mdtrt_id: string; readonly chrg_bchno: string }
  | {
      readonly kind: 'batch.settle';
      readonly mdtrt_id: string;
      readonly chrg_bchno: string;
      /** Absent: the lines are unsettled again. */
      readonly setl_id?: string;
    }
  | { readonly kind: 'settlement.add'; readonly settlement: Settlement }
  | {
      readonly kind: 'settlement.state';
      readonly book: Book;
      readonly setl_id: string;
      readonly state: SettlementState;
    }
  | { readonly kind: 'voucher-batch.put'; readonly batch: VoucherBatch }
  | { readonly kind: 'voucher-upload.put'; readonly upload: VoucherUpload }
  | { readonly kind: 'voucher.put'; readonly voucher: Voucher }
  | { readonly kind: 'voucher-file.put'; readonly file: FileBytes }
  | { readonly kind: 'voucher-onboarding.put'; readonly onboarding: Onboarding }
  | { readonly kind: 'file.put'; readonly file: HospitalFile }
  | { readonly kind: 'file.drop'; readonly file_qury_no: string }
  | { readonly kind: 'confirmation.put'; readonly confirmation: Confirmation }
  | { readonly kind: 'confirmation.drop'; readonly setl_id: string; readonly period: Period }
  | ({ readonly kind: 'clearing.put' } & ClearingPut)
  | { readonly kind: 'clearing.drop'; readonly record: ClearingKind; readonly key: string }
  /** The next number of a series; the store refuses any but the last one + 1. */
  | { readonly kind: 'serial.take'; readonly key: string; readonly value: number };
