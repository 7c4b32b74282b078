import { must } from '../../kernel/assert.ts';
import type { Clock } from '../../kernel/ports.ts';
import type { Definition } from '../dispatch/definition.ts';
import { documentedOnly } from '../dispatch/documented-only.ts';
import { resumeDueReversals } from '../dispatch/due-reversal.ts';
import type { AskRemote, InsuredPlace } from '../dispatch/insured-place.ts';
import { openGate } from '../dispatch/gate.ts';
import { turnQueue } from '../dispatch/turn-queue.ts';
import type { World } from '../dispatch/world.ts';
import { openFaultDesk } from '../faults/fault-desk.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { Library } from '../domain/library.ts';
import type { Settings } from '../domain/settings.ts';
import type { JournalRow, Store, Write } from '../store/port.ts';
import { doubt } from '../switch/doubt.ts';
import { intercept } from '../switch/intercept.ts';
import { maintenance } from '../switch/maintenance.ts';
import { puttingClearingDue } from '../time/clearing/putting-due.ts';
import { loadTable } from '../wire/load-table.ts';
import { insuredPlaces } from './insured-places.ts';

/** What a running workspace is made of. */
export type WorldParts = {
  readonly name: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly library: Library;
  readonly catalogue: readonly Definition[];
  readonly settings: () => Settings;
  readonly onDefect: (defect: unknown, trace: string) => void;
  /** Replaces what the places of the workspace say: another insured place, for tests. */
  readonly insuredPlace?: (insuplc: string) => InsuredPlace;
  /** Posts to provinces' own systems; absent: every place is answered by the embedded engine. */
  readonly askRemote?: AskRemote;
  readonly keepBodies?: World['keepBodies'];
  readonly unpack: World['unpack'];
};

/**
 * Exchange numbers of one start: a start takes the next block, so that a number lost in a crash is never used again.
 */
const BLOCK = 100_000;
const BASE = 'exchange-base';

/** Puts a world together over an open store: legs that were on their way are unknown now, numbers start a new block. */
export const openWorld = async (parts: WorldParts): Promise<World> => {
  const { name, clock, library, settings, onDefect } = parts;
  const store = puttingClearingDue(parts.store, clock, settings);
  const queue = turnQueue(store.writer);
  const base = await queue.submit((writer) => {
    const last = Math.max(writer.reader.lastJournalSeq(), Number(writer.reader.setting(BASE) ?? 0));
    const next = (Math.floor(last / BLOCK) + 1) * BLOCK;
    const stranded = writer.reader.legsInState('sent');
    writer.apply([
      { kind: 'setting.put', key: BASE, value: String(next) },
      ...stranded.map((leg) => ({ kind: 'leg.put' as const, leg: { ...leg, state: 'unknown' as const } })),
    ]);
    return next;
  });
  let seq = base;
  const deliver = later(queue, onDefect, (delivery: Delivery) => ({ kind: 'delivery.put', delivery }));
  const world: World = {
    name, store, queue, clock, library, settings, onDefect, maintenance, intercept, doubt,
    nextSeq: () => (seq += 1),
    definitionOf: definitions(parts.catalogue),
    numbersOf: (door) => parts.catalogue.filter((one) => one.door === door).map(({ infno }) => infno),
    insuredPlace: parts.insuredPlace ?? insuredPlaces(store.reader, clock, parts.askRemote),
    unpack: parts.unpack,
    keepBodies: parts.keepBodies ?? (() => undefined),
    journalLater: later(queue, onDefect, (row: JournalRow) => ({ kind: 'journal.append', row })),
    delivered: (seq, state) => deliver({ seq, state, at: clock.now() }),
    flights: new Map(),
    faults: openFaultDesk({ reader: store.reader, submit: queue.submit, settings }),
    watchers: new Set(),
    gate: openGate(),
  }; // prettier-ignore
  resumeDueReversals(world);
  return world;
};

/** Looks up behaviour; a documented transaction without any is served from its table alone. */
const definitions = (catalogue: readonly Definition[]) => {
  const known = new Map(catalogue.map((definition) => [`${definition.door}/${definition.infno}`, definition]));
  return (door: string, infno: string): Definition | undefined => {
    const key = `${door}/${infno}`;
    const definition = known.get(key) ?? fromTable(door, infno);
    if (definition) known.set(key, definition);
    return definition;
  };
};

const fromTable = (door: string, infno: string): Definition | undefined => {
  const table = door === 'hospital' ? loadTable(door, infno) : undefined;
  return table && documentedOnly('hospital', table);
};

/** What nobody waits for waits together and is written with the next commit. */
const later = <Row>(queue: World['queue'], onDefect: WorldParts['onDefect'], write: (row: Row) => Write) => {
  let waiting: Row[] = [];
  return (row: Row): void => {
    waiting.push(row);
    if (waiting.length > 1) return;
    const written = queue.join((writer) => {
      const rows = waiting;
      waiting = [];
      must(rows.length > 0, 'rows wait for the next commit');
      writer.apply(rows.map(write));
    });
    written.catch((defect: unknown) => onDefect(defect, 'journal'));
  };
};
