import type { Admdvs } from '../../kernel/admdvs.ts';
import type { Instant } from '../../kernel/civil-time.ts';
import type { Clock } from '../../kernel/ports.ts';
import type { DeliveryState } from '../domain/delivery.ts';
import type { Library } from '../domain/library.ts';
import type { Settings } from '../domain/settings.ts';
import type { Packed, Unpacked } from '../domain/voucher/unpacked.ts';
import type { JournalRow, LegQuestion, Reader, Store, Writer } from '../store/port.ts';
import type { Definition, Door } from './definition.ts';
import type { Desk, Exchange } from './desk.ts';
import type { Faults } from './faults.ts';
import type { Gate } from './gate.ts';
import type { InsuredPlace } from './insured-place.ts';
import type { TurnQueue } from './turn-queue.ts';

/** Both sides of a hop over the wire. */
export type HopBodies = {
  readonly seq: number;
  readonly at: Instant;
  readonly request: Uint8Array;
  readonly answer: Uint8Array;
};

/** A running workspace as the dispatcher sees it. */
export type World = {
  readonly name: string;
  readonly store: Store;
  readonly queue: TurnQueue;
  readonly clock: Clock;
  readonly library: Library;
  readonly settings: () => Settings;
  readonly nextSeq: () => number;
  readonly definitionOf: (door: string, infno: string) => Definition | undefined;
  /** The numbers with behaviour at a door, in the order of the catalogue. */
  readonly numbersOf: (door: Door) => readonly string[];
  readonly maintenance: Desk['maintenance'];
  readonly intercept: Desk['intercept'];
  readonly insuredPlace: (insuplc: Admdvs) => InsuredPlace;
  /** Why the answer of a place that waits cannot be right; see switch/doubt.ts. */
  readonly doubt: (reader: Reader, question: LegQuestion, output: unknown) => string | undefined;
  /** Takes the package of a message apart. */
  readonly unpack: (packed: Packed) => Promise<Unpacked>;
  /** Keeps what went over the wire to a province's own system, under the number of its journal row. */
  readonly keepBodies: (bodies: HopBodies) => void;
  /** Writes the journal row of a query with the next commit; the answer does not wait for it. */
  readonly journalLater: (row: JournalRow) => void;
  /** Told of every defect: an impossible state, with the trace id that the caller was given. */
  readonly onDefect: (defect: unknown, trace: string) => void;
  /** Messages whose first copy is on its way, by key: later copies wait for it. */
  readonly flights: Map<string, Promise<string>>;
  readonly faults: Faults;
  /** Notes whether the answer of an exchange has left, with the next commit. */
  readonly delivered: (seq: number, state: DeliveryState) => void;
  /** Called when time has moved or a maintenance window was announced; see watched.ts. */
  readonly watchers: Set<() => void>;
  /** Held while time moves. */
  readonly gate: Gate;
};

/** Number of an exchange as the trace id that its hops share. */
export const traceId = (seq: number): string => `T${String(seq).padStart(10, '0')}`;

const base = (world: World, exchange: Exchange, now: Instant) => ({
  now,
  trace: traceId(exchange.seq),
  nextSeq: world.nextSeq,
  definitionOf: world.definitionOf,
  library: world.library,
  settings: world.settings(),
  maintenance: world.maintenance,
  intercept: world.intercept,
  waitsFor: (insuplc: Admdvs) => world.insuredPlace(insuplc).kind === 'waiting',
});

/** The desk of a mutation: reads and writes on the writer's connection. */
export const turnDesk = (world: World, writer: Writer, exchange: Exchange, now: Instant): Desk => ({
  ...base(world, exchange, now),
  reader: writer.reader,
  writer,
  journal: (row) => writer.apply([{ kind: 'journal.append', row }]),
});

/** The desk of a query: acknowledged state, no writer. */
export const queryDesk = (world: World, exchange: Exchange, now: Instant, reader: Reader): Desk => ({
  ...base(world, exchange, now),
  reader,
  journal: world.journalLater,
});
