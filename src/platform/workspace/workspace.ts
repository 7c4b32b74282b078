import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dateTimeOf, type CivilDate, type Instant } from '../../kernel/civil-time.ts';
import type { Definition } from '../dispatch/definition.ts';
import type { World } from '../dispatch/world.ts';
import type { Library } from '../domain/library.ts';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings.ts';
import type { Write } from '../store/port.ts';
import type { InsuredPlace } from '../dispatch/insured-place.ts';
import { readAt, type ClockState } from '../time/clock-state.ts';
import type { Wall } from '../time/virtual-clock.ts';
import { besideOf, type Beside } from './beside.ts';
import type { BodyLog } from './bodies/body-log.ts';
import type { OpenBodies } from './bodies/body-store.ts';
import { openBooks, type Kept } from './books.ts';
import { indexFile, type OpenBook } from './book-file.ts';
import { openGeneration, type Generation, type OpenIndex, type OpenRemote } from './generation.ts';
import type { JournalDesk } from '../journal/journal-desk.ts';
import type { Clockwork } from './clockwork.ts';
import { keptFile, type KeptFile } from './kept.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Population } from './population/population.ts';
import { openSnapshots, type Snapshot, type SnapshotAbout, type Snapshots } from './snapshots.ts';

/** How a workspace is opened; what is not kept in its own folder. */
export type WorkspaceParts = {
  readonly name: string;
  /** Folder of its files; absent: temporary files that are not synced and go at the end. */
  readonly folder?: string;
  readonly wall: Wall;
  /** What the clock is set to at the start and by a reset; absent: the machine's time, or as the book was left. */
  readonly startClock?: ClockState;
  readonly library: Library;
  readonly catalogue: readonly Definition[];
  readonly seedWrites: (now: Instant) => Write[];
  /** The people of a workspace with that seed, started on that day. */
  readonly populationOf: (seed: string, start: CivilDate) => Population;
  /** Seed of a new workspace, and of a reset one; absent: the one it had. */
  readonly seed?: string;
  readonly openBook: OpenBook;
  readonly openBodies: OpenBodies;
  readonly openIndex: OpenIndex;
  readonly settings?: Partial<Settings>;
  readonly onDefect: (defect: unknown, trace: string) => void;
  /** A new workspace begins with this book instead of the seeds. */
  readonly begin?: Snapshot;
  /** Replaces what the places of the workspace say: another insured place, for tests. */
  readonly insuredPlace?: (insuplc: string) => InsuredPlace;
  readonly openRemote: OpenRemote;
  readonly unpack: World['unpack'];
};

/** A team's own world: files, clock, settings, institutions, journal. */
export type Workspace = {
  readonly name: string;
  /** The running generation; a reset opens a new one. */
  readonly world: () => World;
  /** Raw bytes of the exchanges of the running generation. */
  readonly bodies: () => BodyLog;
  readonly clockwork: () => Clockwork;
  readonly journal: () => JournalDesk;
  /** Whence its world came: what another one must be made from to be the same. */
  readonly origin: () => Origin;
  /** The machine's time, for what runs by it. */
  readonly wall: Wall;
  /** Everybody who can be named, stored or not. */
  readonly population: () => Population;
  readonly settings: () => Settings;
  readonly changeSettings: (changes: Partial<Settings>) => void;
  /** Back to the seeds, in a new file. */
  readonly reset: () => Promise<void>;
  readonly snapshots: () => SnapshotAbout[];
  readonly snapshot: (name: string) => Snapshot | undefined;
  /** Saves the acknowledged state under a name; messages go on meanwhile. A snapshot of that name is replaced. */
  readonly save: (name: string, note?: string) => Promise<SnapshotAbout>;
  /**
   * Back to a snapshot, its clock and settings too, in a new file; messages of the old generation get a platform error
   * and write nothing. Throws when a newer program has written it.
   */
  readonly restore: (snapshot: Snapshot) => Promise<void>;
  readonly removeSnapshot: (name: string) => Promise<void>;
  /** Uses snapshots while none is removed or replaced. */
  readonly withSnapshots: <T>(use: () => Promise<T>) => Promise<T>;
  readonly beside: Beside;
  readonly close: () => Promise<void>;
};

/** Seed of the population, and the day on which the book was seeded. */
export type Origin = { readonly seed: string; readonly seededOn: CivilDate };

const DEFAULT_SEED = 'kuasheng';

export const openWorkspace = async (parts: WorkspaceParts): Promise<Workspace> => {
  const folder = parts.folder ?? mkdtempSync(join(tmpdir(), 'kuasheng-'));
  mkdirSync(folder, { recursive: true });
  const fresh: Kept = { generation: 0, seededOn: '', settings: parts.settings ?? {} };
  const kept = keptFile(join(folder, 'workspace.json'), fresh);
  const settings = currentSettings(kept);
  const synchronous = parts.folder === undefined ? 'OFF' : 'FULL';
  const books = openBooks({ ...parts, folder, kept });
  const saved = openSnapshots(folder);
  const { startClock, begin, ...shared } = parts;

  const open = (start: ClockState | undefined): Promise<Generation> =>
    openGeneration({ ...shared, ...livingIn(parts, kept.get(), start), folder, synchronous, settings });
  const renew = () => books.renew(readAt(startClock ?? { mode: 'real' }, parts.wall.now()), parts.seed);

  const isFork = await firstBook(books, begin, renew);
  let running = await open(isFork ? undefined : startClock);

  /** Closes the running generation and opens the next one; the old files go, which nobody waits for. */
  const replace = async (next: () => void | Promise<void>, start: ClockState | undefined): Promise<void> => {
    const old = [books.file(), indexFile(folder, kept.get().generation)];
    await running.close(true);
    await next();
    running = await open(start);
    books.discard(old);
  };

  const inOrder = oneAtATime();
  const { beside, closing } = besideOf(kept);
  return {
    name: parts.name,
    world: () => running.world,
    bodies: () => running.bodies,
    clockwork: () => running.clockwork,
    journal: () => running.journal,
    origin: () => ({ seed: kept.get().seed ?? DEFAULT_SEED, seededOn: kept.get().seededOn }),
    wall: parts.wall,
    population: () => running.population,
    settings,
    changeSettings: (changes) => kept.change({ settings: { ...kept.get().settings, ...changes } }),
    reset: () => inOrder(() => replace(renew, startClock)),
    snapshots: saved.all,
    snapshot: saved.get,
    removeSnapshot: (name) => inOrder(() => saved.remove(name)),
    withSnapshots: inOrder,
    save: (name, note) => inOrder(() => saveInto(saved, running, kept, name, note)),
    restore: (snapshot) =>
      inOrder(async () => {
        parts.openBook(snapshot.book, 'OFF').close();
        await replace(() => books.adopt(snapshot.book, snapshot.of), undefined);
      }),
    beside,
    close: () =>
      inOrder(async () => {
        await closing(running.close);
        await books.discarded();
        if (parts.folder === undefined) rmSync(folder, { recursive: true, force: true });
      }),
  };
};

/** Sees to it that there is a book. True when it is that of a snapshot, whose clock goes on. */
const firstBook = async (
  books: ReturnType<typeof openBooks>,
  begin: WorkspaceParts['begin'],
  renew: () => void,
): Promise<boolean> => {
  if (existsSync(books.file())) return false;
  if (begin) await books.adopt(begin.book, { ...begin.of, lineage: [] });
  else renew();
  return begin !== undefined;
};

/** The settings as one value for each change: they are asked for with every message. */
const currentSettings = (kept: KeptFile<Kept>): (() => Settings) => {
  let of: Kept | undefined;
  let value: Settings = DEFAULT_SETTINGS;
  return () => {
    if (of !== kept.get()) {
      of = kept.get();
      value = { ...DEFAULT_SETTINGS, ...of.settings };
    }
    return value;
  };
};

const saveInto = async (
  saved: Snapshots,
  { world, copyBook }: Generation,
  kept: KeptFile<Kept>,
  name: string,
  note: string | undefined,
): Promise<SnapshotAbout> => {
  const draft = saved.draft(name);
  const savedAt = dateTimeOf(world.clock.now());
  const { seededOn, seed, settings, generation, lineage = [] } = kept.get();
  await copyBook(draft);
  const brought = [...lineage, { generation, upTo: world.store.reader.lastJournalSeq() }];
  const about = { savedAt, ...(note !== undefined && { note }), bytes: statSync(draft).size };
  await saved.put(name, {
    ...about,
    of: { seededOn, settings, lineage: brought, ...(seed !== undefined && { seed }) },
  });
  return { name, ...about };
};

/** The generation to open, the people in it, and what its clock is set to. */
const livingIn = (
  { populationOf }: WorkspaceParts,
  { generation, seededOn, seed = DEFAULT_SEED, lineage = [] }: Kept,
  startClock: ClockState | undefined,
) => ({
  generation,
  lineage,
  ...(startClock && { startClock }),
  population: populationOf(seed, seededOn),
});
