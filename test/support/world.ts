import { must } from '../../src/kernel/assert.ts';
import { instantOf, type Instant } from '../../src/kernel/civil-time.ts';
import { decodeBody, type DecodedBody } from '../../src/platform/dispatch/decode-body.ts';
import type { Door } from '../../src/platform/dispatch/definition.ts';
import type { AskRemote, InsuredPlace } from '../../src/platform/dispatch/insured-place.ts';
import { receive } from '../../src/platform/dispatch/receive.ts';
import type { World } from '../../src/platform/dispatch/world.ts';
import type { Person } from '../../src/platform/domain/person.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/platform/domain/settings.ts';
import type { Store, Write } from '../../src/platform/store/port.ts';
import { catalogue } from '../../src/platform/transactions/catalogue.ts';
import { projectRoot } from '../../src/platform/project-root.ts';
import { seedLibrary } from '../../src/platform/workspace/library.ts';
import { openWorld } from '../../src/platform/workspace/open-world.ts';
import { readSeedFiles } from '../../src/platform/workspace/seeds/read-seed-files.ts';
import { seedWrites } from '../../src/platform/workspace/seeds/seed-writes.ts';
import { unpackVouchers } from '../../src/platform/features/voucher/files/unpack.ts';
import { openMapStore } from './map-store.ts';

/**
 * An output of a `wire.gen.ts` as a client parses it: amounts, ratios and quantities are plain numbers again, what is
 * absent is null. Whatever for a test that names no type.
 */
export type Parsed<Value> = 0 extends 1 & Value
  ? Value
  : Value extends string
    ? string
    : Value extends number
      ? number
      : Value extends readonly (infer Row)[]
        ? Parsed<Row>[]
        : Value extends object
          ? { [Code in keyof Value]: Parsed<Value[Code]> }
          : Value | null;

/** An answer as a client parses it. */
// A test that names no type looks into whatever the answer holds.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answer<Output = any> = {
  readonly infcode: number;
  readonly err_msg: string | null;
  readonly warn_msg: string | null;
  /** null in a refusal. */
  readonly output: Parsed<Output>;
  /** The bytes as sent. */
  readonly bytes: string;
  readonly violations: readonly string[];
};

/** The fields that tests look at; which of them are there says the transType. null in a refusal. */
export type CredentialData = {
  readonly [field in
    | 'idNo' | 'userName' | 'ecToken' | 'insuOrg' | 'ecIndexNo' | 'ecQrCode' | 'extData' | 'authNo' | 'outBizNo'
    | 'flag']: string;
}; // prettier-ignore

/** An answer of the credential door as a client parses it. */
export type CredentialAnswer = {
  readonly code: number;
  readonly message: string;
  readonly orgId: string;
  readonly data: CredentialData;
  readonly extra: unknown;
  readonly bytes: string;
  readonly violations: readonly string[];
};

/** Sends a message; `Output` is the output type of the transaction's `wire.gen.ts`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Call = <Output = any>(
  infno: string,
  input: unknown,
  envelope?: Readonly<Record<string, unknown>>,
) => Promise<Answer<Output>>;

export type TestWorld = {
  /**
   * Sends a message of the hospital door. The envelope is filled in: the first hospital of 深圳, local business, a msgid
   * of its own. A field named here replaces it: `{ fixmedins_code: 'H61010099001', insuplc_admdvs: '610100' }`.
   */
  readonly call: Call;
  /** Sends a message of the national door as the province that it names as its own, or as that one. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly national: <Output = any>(...message: [...Parameters<Call>, as?: string]) => Promise<Answer<Output>>;
  /** Sends a message of the credential door, for the first hospital of 深圳; a field of the envelope replaces ours. */
  readonly credential: (
    transType: string,
    data: unknown,
    envelope?: Readonly<Record<string, unknown>>,
  ) => Promise<CredentialAnswer>;
  /** Sends a body to the hospital door as it is: text or bytes, of any content type. */
  readonly post: (body: string | Uint8Array, contentType?: string) => Promise<Answer>;
  readonly persona: (id: string) => Person;
  /** Puts facts into the book that the seeds do not have. */
  readonly add: (...writes: readonly Write[]) => Promise<void>;
  readonly world: World;
  /** What broke inside; a test that expects none may look at the end. */
  readonly defects: readonly unknown[];
  /** Moves the clock of the world. */
  readonly setClock: (to: string) => void;
  readonly close: () => Promise<void>;
};

export type TestWorldOptions = {
  /** Civil time at which the world's clock stands. */
  readonly now?: string;
  readonly settings?: Partial<Settings>;
  readonly insuredPlace?: (insuplc: string, world: () => World) => InsuredPlace;
  /** How places are asked that are put as remote; absent: the embedded engine answers for them too. */
  readonly askRemote?: AskRemote;
  /** Is given what goes over the wire to remote places. */
  readonly keepBodies?: World['keepBodies'];
  /** Another store than the one in memory; it is seeded when it is empty. */
  readonly store?: Store;
};

/** 国家异地定点, with real-name check. */
export const HOSPITAL = 'H44030099001';

const library = seedLibrary();
const seeded = new Map<string, readonly Write[]>();

/** A seeded workspace in memory with a clock that stands still: nothing but the message decides what is answered. */
export const openTestWorld = async (options: TestWorldOptions = {}): Promise<TestWorld> => {
  let now: Instant = instantOf(options.now ?? '2026-09-01 10:00:00');
  const store = options.store ?? openMapStore();
  if (store.reader.institutions().length === 0) fill(store, now);
  const defects: unknown[] = [];
  const holder: { world?: World } = {};
  const running = (): World => {
    must(holder.world, 'the world is open');
    return holder.world;
  };
  const { insuredPlace, askRemote, keepBodies } = options;
  const world = await openWorld({
    name: 'test',
    store,
    clock: { now: () => now, tick: () => now },
    library,
    catalogue,
    settings: () => ({ ...DEFAULT_SETTINGS, ...options.settings }),
    onDefect: (defect) => defects.push(defect),
    unpack: unpackVouchers,
    ...(insuredPlace && { insuredPlace: (insuplc: string) => insuredPlace(insuplc, running) }),
    ...(askRemote && { askRemote }),
    ...(keepBodies && { keepBodies }),
  });
  holder.world = world;
  let serial = 0;

  const send = async <Output>(
    door: Door,
    [infno, input, envelope]: Parameters<Call>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Output>> => {
    serial += 1;
    const body = { ...ENVELOPE, msgid: `${HOSPITAL}20260901100000${String(serial).padStart(4, '0')}`, infno, input };
    return sendDecoded<Output>(world, door, { ok: true, value: { ...body, ...envelope } }, headers);
  };

  return {
    call: (...message) => send('hospital', message),
    national: (infno, input, envelope, as = provinceNamed(input)) =>
      send('national', [infno, input, envelope], signedInAs(as)),
    credential: (transType, data, envelope) =>
      sendCredential(world, { ok: true, value: { orgId: HOSPITAL, transType, data, extra: '', ...envelope } }),
    post: (body, contentType = 'application/json') => {
      const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
      return sendDecoded(world, 'hospital', decodeBody({ bytes, contentType }));
    },
    persona: (id) => personaOf(store, id),
    add: (...writes) => world.queue.submit((writer) => writer.apply(writes)),
    world,
    defects,
    setClock: (to) => {
      now = instantOf(to);
    },
    close: async () => {
      await world.queue.idle();
      store.close();
    },
  };
};

/** The header with which a province signs in at the national door. */
export const signedInAs = (province: string, key = `kuasheng-${province}`): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${province}:${key}`).toString('base64')}`,
});

type Rows = { readonly data?: unknown };
type Placed = { readonly mdtrtarea?: unknown; readonly insuplc?: unknown; readonly admdvs?: unknown };

/** Who a message is from: the province of treatment; of an upload the one whose rows they are. */
const provinceNamed = (input: unknown): string => {
  const data = (input as Rows | null)?.data;
  const [row] = Array.isArray(data) ? (data as (Placed | null)[]) : [];
  const place = Array.isArray(data) ? (row?.insuplc ?? row?.admdvs) : (data as Placed | null | undefined)?.mdtrtarea;
  return typeof place === 'string' ? `${place.slice(0, 2)}0000` : '440000';
};

/** Lets a decoded body through the hospital's or the national door of a world. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const sendDecoded = async <Output = any>(
  world: World,
  door: Door,
  decoded: DecodedBody,
  headers: Readonly<Record<string, string>> = {},
  raw: Uint8Array = new TextEncoder().encode(decoded.ok ? JSON.stringify(decoded.value) : ''),
): Promise<Answer<Output>> => {
  const size = raw.length;
  const outcome = await receive(world, { door, decoded, size, raw, header: (name) => headers[name] });
  must(outcome.kind === 'answered', `answered, not ${outcome.kind}`);
  const parsed = JSON.parse(outcome.bytes) as Omit<Answer<Output>, 'bytes' | 'violations'>;
  return { ...parsed, bytes: outcome.bytes, violations: outcome.violations };
};

/** Lets a decoded body through the credential door of a world. */
export const sendCredential = async (world: World, decoded: DecodedBody): Promise<CredentialAnswer> => {
  const size = decoded.ok ? JSON.stringify(decoded.value).length : 0;
  const outcome = await receive(world, { door: 'credential', decoded, size, header: () => undefined });
  must(outcome.kind === 'answered', `answered, not ${outcome.kind}`);
  const parsed = JSON.parse(outcome.bytes) as Omit<CredentialAnswer, 'bytes' | 'violations'>;
  return { ...parsed, bytes: outcome.bytes, violations: outcome.violations };
};

const ENVELOPE = {
  mdtrtarea_admvs: '440300',
  recer_sys_code: 'YBXT',
  infver: '1.0.0',
  opter_type: '1',
  opter: 'S001',
  opter_name: '收费员',
  inf_time: '2026-09-01 10:00:00',
  fixmedins_code: HOSPITAL,
  fixmedins_name: '深圳市沙箱第一人民医院',
};

const fill = (store: Store, now: Instant): void => {
  const day = String(now);
  const writes = seeded.get(day) ?? seedWrites({ files: readSeedFiles(projectRoot()), now });
  seeded.set(day, writes);
  store.writer.begin();
  store.writer.apply(writes);
  void store.writer.commit();
};

const personaOf = (store: Store, id: string): Person => {
  const person = store.reader.personas().find((row) => row.persona?.id === id);
  must(person, `a persona is called ${id}`);
  return person;
};
