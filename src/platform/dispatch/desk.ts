import type { Admdvs } from '../../kernel/admdvs.ts';
import type { Instant } from '../../kernel/civil-time.ts';
import type { Institution } from '../domain/institution.ts';
import type { Library } from '../domain/library.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Settings } from '../domain/settings.ts';
import type { Unpacked } from '../domain/voucher/unpacked.ts';
import type { JournalRow, LegQuestion, Reader, Write } from '../store/port.ts';
import type { Canonical } from './canonical.ts';
import type { Definition, Message } from './definition.ts';
import type { WaysClosed } from './ways-closed.ts';

/** What a hop answered, decoded. */
export type HopReply =
  | { readonly ok: true; readonly output: unknown; readonly warn_msg?: string }
  | { readonly ok: false; readonly refusal: Refusal };

/** A message ready to be handled: its definition, its input read and checked. */
export type Exchange = {
  readonly definition: Definition;
  readonly message: Message;
  readonly institution?: Institution;
  readonly input: unknown;
  readonly canonical: Canonical;
  /** What its package held. */
  readonly unpacked?: Unpacked;
  /** True for a hop that passes on unchanged what the hop above it got: the journal keeps the input once. */
  readonly relayed?: boolean;
  readonly violations: readonly string[];
  readonly seq: number;
  /** 0 from outside; 1, 2 for the messages inside. */
  readonly hop: number;
  /** See JournalRow. */
  readonly via?: 'self' | 'remote';
  readonly faults?: JournalRow['faults'];
};

/** How a mutation writes: inside the open database transaction, each hop in its own savepoint. */
export type DeskWriter = {
  readonly apply: (writes: readonly Write[]) => void;
  readonly savepoint: (name: string) => void;
  readonly release: (name: string) => void;
  readonly undo: (name: string) => void;
};

/** The desk at which one message and its hops are handled, in one tick: what may be read, written and asked. */
export type Desk = {
  readonly reader: Reader;
  /** Absent for a query: it changes nothing. */
  readonly writer?: DeskWriter;
  /** Takes the journal row of an exchange: with the writes of a turn, or later for a query. */
  readonly journal: (row: JournalRow) => void;
  readonly now: Instant;
  readonly trace: string;
  readonly nextSeq: () => number;
  readonly definitionOf: (door: string, infno: string) => Definition | undefined;
  readonly library: Library;
  readonly settings: Settings;
  readonly maintenance: WaysClosed;
  /** What the national node stops before it relays. */
  readonly intercept: (
    reader: Reader,
    question: LegQuestion,
    at: { readonly now: Instant; readonly library: Library; readonly settings: Settings },
  ) => Refusal | undefined;
  /** True for an insured place that cannot answer in this tick. */
  readonly waitsFor: (insuplc: Admdvs) => boolean;
  /** Second turn of a message that waited: the inner messages as sent and what the last of them was answered. */
  readonly arrived?: { readonly questions: readonly LegQuestion[]; readonly reply: HopReply };
};
