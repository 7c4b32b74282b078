import type { Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate, Instant } from '../../kernel/civil-time.ts';
import type { Fen } from '../../kernel/money.ts';
import type { CatalogueItem } from '../../rules/catalogue/catalogue-item.ts';
import type { Application } from '../domain/application.ts';
import type { Due } from '../domain/due.ts';
import type { Institution } from '../domain/institution.ts';
import type { ItemMatch, MatchKey } from '../domain/item-match.ts';
import type { Maintenance } from '../domain/maintenance.ts';
import type { ChosenInstitution, Contribution, Filing, Person, Qualification } from '../domain/person.ts';
import type { PlaceState } from '../domain/place-state.ts';
import type { Book, Settlement } from '../domain/settlement.ts';
import type { Upload, UploadKind } from '../domain/upload.ts';
import type { Batch, Registration, Visit } from '../domain/visit.ts';
import type { DomainWrite } from '../domain/write.ts';
import type { ClearingReader } from './port/clearing.ts';
import type { CredentialReader } from './port/credentials.ts';
import type { FaultReader, FaultWrite } from './port/faults.ts';
import type { JournalReader, JournalRow } from './port/journal.ts';
import type { NationalClearingReader } from './port/national-clearing.ts';
import type { VoucherLookups } from './port/voucher-lookups.ts';

export type { JournalHead, JournalRow } from './port/journal.ts';

/** Which message: door, sender (institution or province), transaction, msgid. The key of idempotency. */
export type MessageKey = {
  readonly door: string;
  readonly sender: string;
  readonly infno: string;
  readonly msgid: string;
};

/**
 * What is remembered of a message. committed: its effect stands and `answer` is repeated to a repetition; reversed:
 * a reversal undid it; refused-in-advance: a reversal named it before it came, so it is refused when it does.
 */
export type RememberedMessage = MessageKey & {
  readonly state: 'committed' | 'reversed' | 'refused-in-advance';
  /** Hash of the canonical input: the same msgid with another content is another message. */
  readonly content: string;
  readonly answer: string;
};

/**
 * A message on its way over a hop that waits: sent, then done, refused or unknown; unknown may be reversed or done
 * late.
 */
export type Leg = {
  readonly id: string;
  readonly state: 'sent' | 'unknown' | 'done' | 'refused' | 'reversed';
  /** The message that waits for it, as received. */
  readonly outer: MessageKey;
  readonly outerContent: string;
  readonly trace: string;
  /** Locked while the leg is sent or unknown: another message for this visit is refused. */
  readonly mdtrt_id: string;
  /** The inner messages as sent, outermost first: a resend uses the very same. */
  readonly questions: readonly LegQuestion[];
  readonly sentAt: Instant;
  /**
   * The national node has sent a reversal of its own whose outcome it does not know: asking again, or a late answer,
   * settles nothing any more, only a reversal does.
   */
  readonly reversalSent?: boolean;
  /** The embedded engine was asked, in its own time since a fault struck it; absent: a system of the place's own. */
  readonly engine?: true;
};

export type LegQuestion = MessageKey & {
  readonly input: object;
  readonly mdtrtarea: Admdvs;
  readonly insuplc: Admdvs;
};

/** A sign-in 签到 of an operator of an institution. */
export type SignIn = {
  readonly sign_no: string;
  readonly fixmedins_code: string;
  readonly opter_no: string;
  readonly signedInAt: Instant;
  readonly signedOutAt?: Instant;
};

/** A message that the sandbox only collects: stored as decoded. */
export type CollectedRecord = {
  readonly seq: number;
  readonly infno: string;
  readonly fixmedins_code: string;
  readonly input: unknown;
};

/** Everything that can change, as data. A new kind is a compile error in every adapter until it is handled. */
export type Write =
  | DomainWrite
  | FaultWrite
  | { readonly kind: 'sign-in.put'; readonly signIn: SignIn }
  | { readonly kind: 'record.collect'; readonly record: CollectedRecord }
  | { readonly kind: 'message.remember'; readonly message: RememberedMessage }
  | { readonly kind: 'leg.put'; readonly leg: Leg }
  | { readonly kind: 'setting.put'; readonly key: string; readonly value: string }
  | { readonly kind: 'journal.append'; readonly row: JournalRow }
  /** Forgets the rows up to this number, itself included. What settlements rest on (messages) stays. */
  | { readonly kind: 'journal.drop'; readonly seqs: readonly number[] };

/** An accumulator as stored; period is a year `2026` or a month `202609`. */
export type AccumulatorRow = { readonly cum_type_code: string; readonly period: string; readonly amount: Fen };

/**
 * Narrow, synchronous look-ups of plain values. What is not there is undefined, or an empty list. Lists are in the
 * order of their key by code point (institutions, items, matches, personas by id, a person's rows, applications,
 * places, maintenance windows, vouchers, accumulators by period and code); where the key says nothing, in the order in
 * which the rows were first put, oldest first (visits, batches, settlements, legs).
 */
export type Reader = BookReader &
  ClearingReader &
  CredentialReader &
  FaultReader &
  JournalReader &
  NationalClearingReader &
  VoucherLookups;

type BookReader = {
  readonly institution: (fixmedins_code: string) => Institution | undefined;
  readonly institutions: () => Institution[];
  readonly item: (place: Admdvs, med_list_codg: string) => CatalogueItem | undefined;
  /** The whole catalogue of a place. */
  readonly items: (place: Admdvs) => CatalogueItem[];
  readonly match: (key: MatchKey) => ItemMatch | undefined;
  /** All matches of an institution, withdrawn ones too. */
  readonly matches: (fixmedins_code: string) => ItemMatch[];
  readonly person: (psn_no: string) => Person | undefined;
  /** Of several persons with the same certificate, card or token the one with the lowest number. */
  readonly personByCertificate: (certno: string) => Person | undefined;
  readonly personByCard: (card_no: string) => Person | undefined;
  readonly personByToken: (ec_token: string) => Person | undefined;
  readonly personas: () => Person[];
  readonly filings: (psn_no: string) => Filing[];
  readonly qualifications: (psn_no: string) => Qualification[];
  readonly chosenInstitutions: (psn_no: string) => ChosenInstitution[];
  readonly contributions: (psn_no: string) => Contribution[];
  readonly application: (trt_dcla_detl_sn: string) => Application | undefined;
  readonly applications: () => Application[];
  readonly applicationsOf: (psn_no: string) => Application[];
  readonly upload: (kind: UploadKind, key: string) => Upload | undefined;
  /** Those that came or changed at that moment or later, by time of change and key. */
  readonly uploads: (kind: UploadKind, since: Instant) => Upload[];
  readonly placeStates: () => PlaceState[];
  /** Past and cancelled ones too. */
  readonly maintenances: () => Maintenance[];
  readonly balance: (psn_no: string, insutype: string) => Fen;
  readonly accumulators: (psn_no: string, insutype: string) => AccumulatorRow[];
  readonly registration: (mdtrt_regno: string) => Registration | undefined;
  readonly visit: (mdtrt_id: string) => Visit | undefined;
  readonly visitsOf: (psn_no: string) => Visit[];
  readonly batch: (mdtrt_id: string, chrg_bchno: string) => Batch | undefined;
  readonly batches: (mdtrt_id: string) => Batch[];
  readonly settlement: (book: Book, setl_id: string) => Settlement | undefined;
  /** Refund rows of a settlement and the settlement's own row excluded, oldest first. */
  readonly refundsOf: (book: Book, setl_id: string) => Settlement[];
  readonly settlementsOfVisit: (book: Book, mdtrt_id: string) => Settlement[];
  readonly settlementsByVisitNumber: (book: Book, mdtrtsn: string) => Settlement[];
  /** All that this sender's message made (a msgid may have been used twice), oldest first. */
  readonly settlementsByMessage: (book: Book, sender: string, infno: string, msgid: string) => Settlement[];
  /** Of the national book: a person's settlements and refunds of these days, both included, by time, oldest first. */
  readonly nationalSettlementsOfPerson: (psn_no: string, from: CivilDate, to: CivilDate) => Settlement[];
  /** The same by the number of the certificate: of a person whom only a province's own system knows as well. */
  readonly nationalSettlementsOfCertificate: (certno: string, from: CivilDate, to: CivilDate) => Settlement[];
  readonly message: (key: MessageKey) => RememberedMessage | undefined;
  /** Open legs (sent or unknown) of a visit, or of a message; closed ones are found by their state only. */
  readonly openLegOfVisit: (mdtrt_id: string) => Leg | undefined;
  readonly legOfMessage: (outer: MessageKey) => Leg | undefined;
  readonly legsInState: (state: Leg['state']) => Leg[];
  /** The last number taken of a series; 0 before the first. */
  readonly serial: (key: string) => number;
  /** The next work due at that moment or earlier: the earliest, of several the one that was put first. */
  readonly nextDue: (until: Instant) => Due | undefined;
  readonly signIn: (sign_no: string) => SignIn | undefined;
  readonly setting: (key: string) => string | undefined;
  /** Those whose key begins so, by key. */
  readonly settingsUnder: (prefix: string) => { readonly key: string; readonly value: string }[];
  /** What was collected of a transaction, newest first. */
  readonly records: (infno: string, limit: number) => CollectedRecord[];
};

/**
 * The one writer of a workspace. `begin` opens a database transaction, turns run inside it one after another, each
 * in its own savepoint; `commit` returns when everything since `begin` is durable. Reads through `reader` see
 * uncommitted state.
 */
export type Writer = {
  readonly reader: Reader;
  readonly begin: () => void;
  /** Throws when nothing became durable; then `rollback`, and the whole group failed. */
  readonly commit: () => void | Promise<void>;
  /** Forgets everything since `begin`, open savepoints too. Does nothing when no transaction is open. */
  readonly rollback: () => void;
  /** Savepoints nest: the name is the caller's, used again only after release or undo, which close those inside too. */
  readonly savepoint: (name: string) => void;
  readonly release: (name: string) => void;
  readonly undo: (name: string) => void;
  /**
   * Applies writes in their order. Throws at one that contradicts what is there (a serial that is not the next one,
   * a settlement that is there already, money of an unknown person, a batch without its visit) and leaves what it
   * applied before that one: the caller undoes its savepoint.
   */
  readonly apply: (writes: readonly Write[]) => void;
};

/** A workspace's book. `reader` sees acknowledged state only. */
export type Store = { readonly reader: Reader; readonly writer: Writer; readonly close: () => void };
