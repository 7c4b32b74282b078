import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../kernel/assert.ts';
import type { Instant } from '../kernel/civil-time.ts';
import type { Settings } from './domain/settings.ts';
import type { Write } from './store/port.ts';
import { askRemote } from './remote/ask-remote.ts';
import { openBodies } from './store/sqlite/bodies.ts';
import { differenceOf } from './store/sqlite/difference.ts';
import { journalThread } from './store/sqlite/journal-thread/ask-thread.ts';
import { openJournalIndex } from './store/sqlite/journal-thread/open-index.ts';
import { unpackVouchers } from './features/voucher/files/unpack.ts';
import { openSqliteStore } from './store/sqlite/open.ts';
import type { ClockState } from './time/clock-state.ts';
import { machineWall, seededRandom } from './time/real-ports.ts';
import { catalogue } from './transactions/catalogue.ts';
import { projectRoot } from './project-root.ts';
import { openAssignments, type Assignment } from './workspace/assignments.ts';
import { seedLibrary } from './workspace/library.ts';
import type { OwnPlace } from './workspace/policies/own-policies.ts';
import { readNameLists } from './workspace/population/name-lists.ts';
import { populationOf } from './workspace/population/population.ts';
import { readSeedFiles } from './workspace/seeds/read-seed-files.ts';
import { seedWrites } from './workspace/seeds/seed-writes.ts';
import { takeMessage, type Arrival, type Reception } from './workspace/take-message.ts';
import type { Snapshot } from './workspace/snapshots.ts';
import { openWorkspace, type Workspace, type WorkspaceParts } from './workspace/workspace.ts';

export * from './offers.ts';
export { machineWall, runningFrom, secretText, seededRandom } from './time/real-ports.ts';
export type { Arrival, Assignment, Reception, Workspace };

/** How a sandbox is built. */
export type SandboxOptions = {
  /** Folder of all workspaces; absent: temporary files, gone at the end. */
  readonly dataDir?: string;
  /** How every workspace's clock goes at its start and after a reset. Absent: the machine's time, or as it was left. */
  readonly startClock?: ClockState;
  /** Of the population of new and reset workspaces; absent: always the same people. */
  readonly seed?: string;
  readonly settings?: Partial<Settings>;
  /** Places with policies of the user's own; they stand before the shipped ones. */
  readonly ownPlaces?: readonly OwnPlace[];
  readonly onDefect?: WorkspaceParts['onDefect'];
  /** Replaces parts of a workspace: another insured place, another machine's time. For tests. */
  readonly parts?: Partial<Pick<WorkspaceParts, 'wall' | 'insuredPlace'>>;
};

/** How a new workspace begins: its settings, its seed, its clock, or the snapshot that it goes on from. */
export type Beginning = {
  readonly settings?: Partial<Settings>;
  readonly seed?: string;
  readonly startClock?: ClockState;
  readonly begin?: Snapshot;
};

/** The running sandbox: its workspaces, and which institution works in which. */
export type Sandbox = {
  readonly workspace: (name: string) => Workspace | undefined;
  readonly names: () => readonly string[];
  /** Lets a message in: finds its workspace and answers. */
  readonly receive: (arrival: Arrival) => Promise<Reception>;
  /** Opens a new workspace. Throws when the name is taken or malformed; ask `mayBeNamed` and `isTaken` first. */
  readonly create: (name: string, how?: Beginning) => Promise<Workspace>;
  /** True for a workspace that is there or is just being opened. */
  readonly isTaken: (name: string) => boolean;
  /** Closes a workspace and deletes its files. Throws for `default`, which always is there. */
  readonly remove: (name: string) => Promise<void>;
  /** Lets messages of an institution without a workspace in their path go to this one; kept over a restart. */
  readonly assign: (fixmedins_code: string, name: string) => void;
  readonly assignments: () => readonly Assignment[];
  /** The workspace that an institution was assigned to, else `default`. */
  readonly workspaceOf: (fixmedins_code: string) => Workspace;
  /** How one book differs from another, both in files that nobody writes. */
  readonly difference: typeof differenceOf;
  /** Ends all that follow a journal, so that a server can close. */
  readonly hangUp: () => void;
  readonly close: () => Promise<void>;
};

export const DEFAULT_WORKSPACE = 'default';

/** Names stand in paths and folders: lower-case letters, digits and hyphens, at most 40. */
export const mayBeNamed = (name: string): boolean => /^[a-z0-9][a-z0-9-]{0,39}$/.test(name);

/** The composition root: the only place that puts clock, seeds, store and transactions together. */
export const openSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const workspaces = new Map<string, Workspace>();
  const opening = new Set<string>();
  if (options.dataDir !== undefined) mkdirSync(options.dataDir, { recursive: true });
  const assignments = openAssignments(options.dataDir);
  const thread = journalThread();
  const openNamed = opener(options, thread);
  const open = async (name: string, how: Beginning = {}): Promise<Workspace> => {
    const workspace = await openNamed(name, how);
    workspaces.set(name, workspace);
    return workspace;
  };

  const kept = options.dataDir === undefined ? [] : workspaceFolders(join(options.dataDir, 'workspaces'));
  for (const name of new Set([DEFAULT_WORKSPACE, ...kept])) await open(name);

  const workspaceOf = (fixmedins_code: string): Workspace => {
    const workspace =
      workspaces.get(assignments.get(fixmedins_code) ?? DEFAULT_WORKSPACE) ?? workspaces.get(DEFAULT_WORKSPACE);
    must(workspace, 'there is always a default workspace');
    return workspace;
  };
  const workspace = (name: string) => workspaces.get(name);
  const isTaken = (name: string) => workspaces.has(name) || opening.has(name);

  return {
    workspace,
    workspaceOf,
    isTaken,
    names: () => [...workspaces.keys()],
    receive: (arrival) => takeMessage({ workspace, workspaceOf }, arrival),
    create: async (name, how) => {
      must(mayBeNamed(name) && !isTaken(name), `a workspace can be named ${name}`);
      opening.add(name);
      return open(name, how).finally(() => opening.delete(name));
    },
    remove: async (name) => {
      must(name !== DEFAULT_WORKSPACE, 'the default workspace stays');
      const removed = workspaces.get(name);
      workspaces.delete(name);
      assignments.drop(name);
      // The name stays taken until its files are gone.
      opening.add(name);
      try {
        await removed?.close();
        const { folder } = folderOf(options, name);
        if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
      } finally {
        opening.delete(name);
      }
    },
    assign: (fixmedins_code, name) => assignments.put({ fixmedins_code, workspace: name }),
    assignments: assignments.all,
    difference: differenceOf,
    hangUp: () => workspaces.forEach((each) => each.journal().hangUp()),
    close: () => closeAll(workspaces.values(), thread),
  };
};

/** All workspaces, then the thread that reads for them. */
const closeAll = async (workspaces: Iterable<Workspace>, thread: ReturnType<typeof journalThread>): Promise<void> => {
  for (const workspace of workspaces) await workspace.close();
  await thread.close();
};

const folderOf = ({ dataDir }: SandboxOptions, name: string) =>
  dataDir === undefined ? {} : { folder: join(dataDir, 'workspaces', name) };

/** How workspaces of this sandbox are opened; all share one library. */
const opener = (options: SandboxOptions, thread: ReturnType<typeof journalThread>) => {
  const library = seedLibrary(options.ownPlaces);
  const names = readNameLists(projectRoot());
  return (name: string, { settings, ...how }: Beginning): Promise<Workspace> =>
    openWorkspace({
      name,
      ...folderOf(options, name),
      wall: machineWall,
      ...(options.startClock && { startClock: options.startClock }),
      library,
      catalogue,
      seedWrites: seedsOf,
      populationOf: (seed, start) => populationOf({ random: seededRandom(seed), names, start }),
      ...(options.seed !== undefined && { seed: options.seed }),
      openBook: (file, synchronous) => openSqliteStore({ file, synchronous }),
      openBodies: ({ onLoss, ...bodies }) =>
        openBodies({ ...bodies, schedule: () => undefined, onLoss: ({ problem }) => onLoss(problem) }),
      unpack: unpackVouchers,
      openRemote: (ended) => askRemote(machineWall, ended),
      openIndex: (files, rows) => openJournalIndex(thread, files, rows),
      settings: { ...options.settings, ...settings },
      onDefect: options.onDefect ?? (() => undefined),
      ...how,
      ...options.parts,
    });
};

const seedsOf = (now: Instant): Write[] => seedWrites({ files: readSeedFiles(projectRoot()), now });

const workspaceFolders = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter(mayBeNamed).sort() : [];
