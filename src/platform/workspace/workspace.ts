import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dateOf, type CivilDate, type Instant } from '../../kernel/civil-time.ts';
import type { Definition } from '../dispatch/definition.ts';
import type { World } from '../dispatch/world.ts';
import type { Library } from '../domain/library.ts';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings.ts';
import type { Write } from '../store/port.ts';
import type { InsuredPlace } from '../dispatch/insured-place.ts';
import { readAt, type ClockState } from '../time/clock-state.ts';
import type { Wall } from '../time/virtual-clock.ts';
import type { BodyLog } from './bodies/body-log.ts';
import type { OpenBodies } from './bodies/body-store.ts';
import { bookFile, indexFile, openGeneration, type Generation, type OpenBook, type OpenIndex } from './generation.ts';
import type { JournalDesk } from '../journal/journal-desk.ts';
import type { Clockwork } from './clockwork.ts';
import { keptFile } from './kept.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Population } from './population/population.ts';

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
  /** Places that are not the embedded engine. */
  readonly insuredPlace?: (insuplc: string) => InsuredPlace;
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
  readonly close: () => Promise<void>;
};

/** Seed of the population, and the day on which the book was seeded. */
export type Origin = { readonly seed: string; readonly seededOn: CivilDate };

/** What `workspace.json` keeps between starts. */
type Kept = {
  readonly generation: number;
  readonly seededOn: CivilDate;
  /** Absent: nobody has named one. */
  readonly seed?: string;
  readonly settings: Partial<Settings>;
};

const DEFAULT_SEED = 'kuasheng';

/** The seeded book that a fresh one is copied from. */
const TEMPLATE = 'template.db';

export const openWorkspace = async (parts: WorkspaceParts): Promise<Workspace> => {
  const folder = parts.folder ?? mkdtempSync(join(tmpdir(), 'kuasheng-'));
  mkdirSync(folder, { recursive: true });
  const fresh: Kept = { generation: 0, seededOn: '', settings: parts.settings ?? {} };
  const kept = keptFile(join(folder, 'workspace.json'), fresh);
  let settings: Settings = { ...DEFAULT_SETTINGS, ...kept.get().settings };
  const synchronous = parts.folder === undefined ? 'OFF' : 'FULL';
  const book = () => bookFile(folder, kept.get().generation);
  const open = (): Promise<Generation> =>
    openGeneration({ ...parts, ...livingIn(parts, kept.get()), folder, synchronous, settings: () => settings });

  /**
   * A fresh book: a copy of the template where that was seeded today (the seeds' dates count from then), else seeded
   * anew.
   */
  const renew = (): void => {
    const now = readAt(parts.startClock ?? { mode: 'real' }, parts.wall.now());
    const today = dateOf(now);
    const template = join(folder, TEMPLATE);
    if (!existsSync(template) || kept.get().seededOn !== today) makeTemplate(parts, template, now);
    const { seed } = parts;
    kept.change({ generation: kept.get().generation + 1, seededOn: today, ...(seed !== undefined && { seed }) });
    copyFileSync(template, book());
  };

  if (!existsSync(book())) renew();
  let running = await open();

  const reset = async (): Promise<void> => {
    const old = [book(), indexFile(folder, kept.get().generation)];
    await running.close();
    renew();
    running = await open();
    old.forEach(removeBook);
  };

  const close = async (): Promise<void> => {
    await running.close();
    if (parts.folder === undefined) rmSync(folder, { recursive: true, force: true });
  };

  const inOrder = oneAtATime();
  return {
    name: parts.name,
    world: () => running.world,
    bodies: () => running.bodies,
    clockwork: () => running.clockwork,
    journal: () => running.journal,
    origin: () => ({ seed: kept.get().seed ?? DEFAULT_SEED, seededOn: kept.get().seededOn }),
    wall: parts.wall,
    population: () => running.population,
    settings: () => settings,
    changeSettings: (changes) => {
      settings = { ...settings, ...changes };
      kept.change({ settings: { ...kept.get().settings, ...changes } });
    },
    reset: () => inOrder(reset),
    close: () => inOrder(close),
  };
};

/** The generation to open, and the people in it. */
const livingIn = ({ populationOf }: WorkspaceParts, { generation, seededOn, seed = DEFAULT_SEED }: Kept) => ({
  generation,
  population: populationOf(seed, seededOn),
});

const removeBook = (file: string): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
};

const makeTemplate = ({ openBook, seedWrites }: WorkspaceParts, template: string, now: Instant): void => {
  rmSync(template, { force: true });
  writeTemplate(openBook(template, 'OFF'), seedWrites(now));
  removeBookLogs(template);
};

/** A template is thrown away and made anew when anything goes wrong, so it need not be synced. */
const writeTemplate = (store: ReturnType<OpenBook>, writes: readonly Write[]): void => {
  store.writer.begin();
  store.writer.apply(writes);
  void store.writer.commit();
  store.checkpoint();
  store.close();
};

const removeBookLogs = (file: string): void => {
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
};
