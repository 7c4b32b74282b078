import { resolve } from 'node:path';
import { placeName } from '../../../kernel/admdvs.ts';
import { dateTimeOf, instantOf, type CivilDateTime } from '../../../kernel/civil-time.ts';
import { serve, type Served } from '../../http/serve.ts';
import { version } from '../../http/version.ts';
import {
  DEFAULT_WORKSPACE,
  openSandbox,
  runningFrom,
  shippedFolders,
  type OwnPlace,
  type Sandbox,
  type SandboxOptions,
} from '../../sandbox.ts';
import { ownPlaces } from '../policy/own-places.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { failed } from '../server/failure.ts';
import { ok } from '../../../kernel/result.ts';
import { FIRST_PERSONA } from '../server/personas.ts';
import { FIRST_INSTITUTION } from '../server/window.ts';
import type { Terminal } from '../terminal.ts';
import { bannerOf, doorsOf, type Start } from './banner.ts';
import { curlOf, firstMessage } from './first-call.ts';
import { freePort } from './free-port.ts';
import { holdFolder } from './hold-folder.ts';
import { localServices } from './local-services.ts';

export type ServeOptions = {
  readonly host: string;
  readonly port: number;
  readonly data?: string;
  readonly memory?: true;
  readonly now?: CivilDateTime;
  readonly seed?: string;
  readonly strict?: true;
  /** Folder of the user's own places. */
  readonly policies?: string;
  readonly token?: string;
  /** Ports of the vendors' local services, and the devices that they use. */
  readonly sscard?: number;
  readonly sscardReader: string;
  readonly face?: number;
  readonly faceTerminal: string;
  readonly deviceOrigin?: readonly string[];
  readonly json?: true;
};

const DATA_FOLDER = '.kuasheng';

/** `kuasheng serve`: serves until it is asked to end. A port or folder that is taken is refused before it is opened. */
export const serveSandbox = async (terminal: Terminal, options: ServeOptions): Promise<ExitCode> => {
  const own = ownPlaces(options.policies);
  if (!own.ok) return failed(terminal, own.error);
  const free = await freePorts(options);
  if (!free.ok) return failed(terminal, free.error);
  if (options.memory) return serveUntilStopped(terminal, options, own.value);
  const folder = resolve(options.data ?? DATA_FOLDER);
  const held = holdFolder(folder, terminal.processId);
  if (!held.ok) return failed(terminal, held.error);
  try {
    return await serveUntilStopped(terminal, options, own.value, folder);
  } finally {
    held.value();
  }
};

/** The sandbox's own port, and those of the local services. */
const freePorts = async (options: ServeOptions): ReturnType<typeof freePort> => {
  const { host, port, sscard, face } = options;
  for (const each of [port, sscard, face]) {
    const free = each === undefined ? undefined : await freePort(host, each);
    if (free && !free.ok) return free;
  }
  return ok(undefined);
};

const serveUntilStopped = async (
  terminal: Terminal,
  options: ServeOptions,
  own: readonly OwnPlace[],
  dataDir?: string,
): Promise<ExitCode> => {
  const sandbox = await openSandbox({ ...sandboxOptions(terminal, options, dataDir), ownPlaces: own });
  try {
    // A workspace that was there before keeps its settings: what the command line says comes on top.
    if (options.strict) for (const name of sandbox.names()) sandbox.workspace(name)?.changeSettings({ strict: true });
    const server = await serve(sandbox, serverOptions(options));
    terminal.out(startInWords({ ...startOf(sandbox, server, dataDir), policies: policiesOf(own) }, options));
    await terminal.untilStopped();
    await server.close();
  } finally {
    await sandbox.close();
  }
  return EXIT.ok;
};

const serverOptions = (options: ServeOptions): Parameters<typeof serve>[1] => {
  const { host, port, token, deviceOrigin } = options;
  return {
    host,
    port,
    services: localServices(options),
    ...(token !== undefined && { token }),
    ...(deviceOrigin && { deviceOrigins: deviceOrigin }),
    tell: () => undefined,
  };
};

const startInWords = (start: Start, { json }: ServeOptions): string =>
  json ? JSON.stringify({ ...start, doors: doorsOf(start.url) }) : bannerOf(start);

const startOf = (
  sandbox: Sandbox,
  { url, token, services }: Served,
  dataDir: string | undefined,
): Omit<Start, 'policies'> => ({
  version: version(),
  url,
  workspaces: sandbox.names(),
  services,
  ...(dataDir !== undefined && { dataDir }),
  ...(token !== undefined && { token }),
  ...firstCall(sandbox, url),
});

const policiesOf = (own: readonly OwnPlace[]): Start['policies'] => {
  const shipped = shippedFolders().map(({ place }) => place);
  return own.map(({ place, shown }) => ({
    place,
    name: placeName(place),
    folder: shown,
    replaces: shipped.includes(place),
  }));
};

const sandboxOptions = (terminal: Terminal, options: ServeOptions, dataDir: string | undefined): SandboxOptions => ({
  ...(dataDir !== undefined && { dataDir }),
  ...(options.now !== undefined && { startClock: runningFrom(instantOf(options.now)) }),
  ...(options.seed !== undefined && { seed: options.seed }),
  ...(options.strict && { settings: { strict: true } }),
  onDefect: (defect, trace) =>
    terminal.err(`${trace} ${defect instanceof Error ? (defect.stack ?? defect.message) : String(defect)}`),
});

/** The time in the default workspace, and a first call there with a person of the seeds. */
const firstCall = (sandbox: Sandbox, url: string): Pick<Start, 'now' | 'persona' | 'institution' | 'curl'> => {
  const world = sandbox.workspace(DEFAULT_WORKSPACE)?.world();
  const person = world?.store.reader.personas().find(({ persona }) => persona?.id === FIRST_PERSONA);
  const institution = world?.store.reader.institution(FIRST_INSTITUTION);
  const now = dateTimeOf(world?.clock.now() ?? 0);
  if (!person?.card || !institution) return { now };
  return {
    now,
    persona: person.psn_name,
    institution: institution.fixmedins_name,
    curl: curlOf(url, firstMessage(person, person.card, institution)),
  };
};
