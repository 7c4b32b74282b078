import { afterAll, beforeAll } from 'vitest';
import { must } from '../../../src/kernel/assert.ts';
import { readFault } from '../../../src/platform/faults/fault-form.ts';
import type { Fault } from '../../../src/kernel/fault/fault.ts';
import type { Settings } from '../../../src/platform/domain/settings.ts';
import type { World } from '../../../src/platform/dispatch/world.ts';
import { serve, type Served } from '../../../src/platform/http/serve.ts';
import { sandboxApp } from '../../../src/platform/http/app.ts';
import { openSandbox, type Sandbox } from '../../../src/platform/sandbox.ts';
import { openHis, openVisit, type His, type Told } from '../../support/his.ts';
import { NOW } from '../http/counter.ts';

/** A message as it would be posted. */
export type Posted = { readonly path: string; readonly body: string };

/** A person who is at the cashier's: the visit is registered and its fees are uploaded. */
export type AtTheWindow = {
  readonly mdtrt_id: string;
  readonly psn_no: string;
  readonly settlement: Posted;
  /** Settles it, and gives its number. */
  readonly settled: () => Promise<string>;
  readonly trial: () => Promise<Posted>;
  readonly refund: (setl_id: string) => Promise<Posted>;
  readonly reversal: () => Promise<Posted>;
  readonly query: (setl_id: string) => Promise<Posted>;
  /** Settlements that stand in the two books of money. */
  readonly standing: () => readonly [treatment: number, insured: number];
};

/** A sandbox behind a real server, and a HIS that prepares visits without a socket. */
export type Hospital = {
  readonly url: () => string;
  readonly world: () => World;
  /** Arms a fault as the control API reads it, and gives its id. */
  readonly arm: (raw: Readonly<Record<string, unknown>>) => Promise<string>;
  readonly disarm: (id: string) => Promise<void>;
  readonly patient: () => Promise<AtTheWindow>;
  /** The HTTP text of a message. */
  readonly http: (posted: Posted, headers?: string) => string;
  /** Posts it over a connection of its own. */
  readonly send: (posted: Posted, headers?: Readonly<Record<string, string>>) => Promise<Told>;
  readonly defects: readonly unknown[];
};

const FEN = 21_800;
const WHO = 'xian-worker-hypertension-diabetes';
const natives = { Request, Response };

/** Opens one for the tests of a file. */
export const openHospital = (settings: Partial<Settings> = {}): Hospital => {
  const defects: unknown[] = [];
  let sandbox: Sandbox | undefined;
  let server: Served | undefined;
  let desk: Desk | undefined;
  let armed = 0;
  beforeAll(async () => {
    sandbox = await openSandbox({
      settings,
      startClock: { mode: 'frozen', at: NOW },
      onDefect: (defect) => defects.push(defect),
    });
    desk = deskOf(sandbox);
    server = await serve(sandbox, { host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await server?.close();
    await sandbox?.close();
    Object.assign(globalThis, natives);
  });
  const world = (): World => opened(opened(sandbox).workspace('default')).world();
  const url = () => server?.url ?? '';
  return {
    url,
    world,
    defects,
    arm: async (raw) => {
      armed += 1;
      const read = readFault(raw, { now: NOW, seed: 'a', personNumber: () => undefined });
      must(read.ok, `the fault can be armed: ${JSON.stringify(read)}`);
      const fault: Fault = { id: `F${armed}`, seen: 0, fired: 0, ...read.value };
      await world().queue.submit((writer) => writer.apply([{ kind: 'fault.put', fault }]));
      return fault.id;
    },
    disarm: (id) => world().queue.submit((writer) => writer.apply([{ kind: 'fault.drop', id }])),
    patient: () => atTheWindow(opened(desk), world()),
    http: ({ path, body }, headers = '') =>
      `POST ${path} HTTP/1.1\r\nHost: localhost\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    send: async ({ path, body }, headers = {}) => {
      const response = await fetch(url() + path, { method: 'POST', body, headers });
      const bytes = await response.text();
      return { ...(JSON.parse(bytes) as Omit<Told, 'bytes'>), bytes };
    },
  };
};

const opened = <T>(value: T | undefined): T => {
  must(value !== undefined, 'the hospital is open');
  return value;
};

/** The HIS of a hospital: it sends without a socket, or only writes what it would send. */
type Desk = {
  readonly his: His;
  readonly written: (send: () => Promise<unknown>) => Promise<Posted>;
  readonly next: () => number;
};

const deskOf = (sandbox: Sandbox): Desk => {
  const app = sandboxApp(sandbox);
  let kept: Posted | undefined;
  let keeping = false;
  let visits = 0;
  return {
    his: openHis((path, init) => {
      if (!keeping) return app.request(path, init);
      kept = { path, body: init?.body as string };
      return new Response('{}');
    }),
    written: async (send) => {
      keeping = true;
      await send();
      keeping = false;
      must(kept, 'a message was written');
      return kept;
    },
    next: () => (visits += 1),
  };
};

const atTheWindow = async ({ his, written, next }: Desk, world: World): Promise<AtTheWindow> => {
  const { reader } = world.store;
  const person = reader.personas().find((row) => row.persona?.id === WHO);
  const [insurance] = person?.insurances ?? [];
  must(person && insurance, `there is a persona ${WHO}`);
  const { psn_no, certno, card } = person;
  const { insutype, insuplc_admdvs } = insurance;
  const patient = { psn_no, certno, card_no: card?.card_no ?? null, insutype, insuplc_admdvs, diseases: ['M03900'] };
  const visit = await openVisit(his, patient, FEN);
  const msgid = `H44030099001220700000000${String(next()).padStart(6, '0')}`;
  const settlement = await written(() => visit.settle(msgid));
  const { mdtrt_id } = (JSON.parse(settlement.body) as { input: { data: { mdtrt_id: string } } }).input.data;
  const standing = (book: 'treatment' | 'insured') =>
    reader.settlementsOfVisit(book, mdtrt_id).filter((row) => row.state === 'effective' && row.refundOf === undefined)
      .length;
  return {
    mdtrt_id,
    psn_no,
    settlement,
    settled: async () => {
      const told = await visit.settle(msgid);
      must(told.infcode === 0, told.bytes);
      return told.output?.setlinfo?.setl_id ?? '';
    },
    trial: () => written(() => visit.trial()),
    refund: (setl_id) => written(() => visit.refund(setl_id)),
    reversal: () => written(() => visit.reverse(msgid)),
    query: (setl_id) => written(() => his.send('5203', { data: { psn_no, setl_id, mdtrt_id } }, { insuplc_admdvs })),
    standing: () => [standing('treatment'), standing('insured')],
  };
};
