import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { decodeBody } from '../../src/platform/dispatch/decode-body.ts';
import { askRemote } from '../../src/platform/remote/ask-remote.ts';
import type { HopBodies } from '../../src/platform/dispatch/world.ts';
import { openTestWorld, sendDecoded, type TestWorld, type TestWorldOptions } from './world.ts';

/** Where the province's own system listens. */
export const PROVINCE = 'http://province.test/insured';

/** A message that the national node has relayed, and the answer that the province would give: it is asked for once. */
export type Relayed = {
  readonly infno: string;
  readonly msgid: string;
  readonly body: string;
  readonly headers: Headers;
  readonly answer: () => Promise<string>;
};

/** What the province does with a message instead of answering it as it should. */
export type Manner = (relayed: Relayed) => Promise<Response> | Response;

export type RemoteProvince = {
  /** The national node with its hospitals: 西安市 is answered by the province. */
  readonly nation: TestWorld;
  /** The province's own system, a sandbox with its own books. */
  readonly province: TestWorld;
  /** From now on messages of that number are treated so; undefined: answered again. */
  readonly treat: (infno: string, manner: Manner | undefined) => void;
  /** Everything that came over the wire, in its order. */
  readonly relayed: readonly Relayed[];
  /** What the national node has kept of the wire. */
  readonly bodies: readonly HopBodies[];
  readonly close: () => Promise<void>;
};

export type RemoteOptions = Pick<TestWorldOptions, 'settings' | 'store'> & {
  readonly timeoutMs?: number;
  readonly key?: string;
  readonly place?: string;
  readonly url?: string;
};

/** A JSON answer. */
export const json = (text: string, init: ResponseInit = {}): Response =>
  new HttpResponse(text, { ...init, headers: { 'content-type': 'application/json' } });

/** Opens two worlds and the wire between them, with no socket. */
export const openRemoteProvince = async (options: RemoteOptions = {}): Promise<RemoteProvince> => {
  const { settings, store, timeoutMs = 5_000, key, place = '610100', url = PROVINCE } = options;
  const ended = new AbortController();
  const bodies: HopBodies[] = [];
  const nation = await openTestWorld({
    ...(settings && { settings }),
    ...(store && { store }),
    askRemote: askRemote({ now: () => 1_788_000_000_000 }, ended.signal),
    keepBodies: (hop) => bodies.push(hop),
  });
  const province = await openTestWorld(key === undefined ? {} : { settings: { nationalKey: key } });
  await nation.add({
    kind: 'place.put',
    state: { place, remote: { url, timeoutMs, ...(key !== undefined && { key }) } },
  });

  const manners = new Map<string, Manner>();
  const relayed: Relayed[] = [];
  const wire = setupServer(
    http.post(`${PROVINCE}/:infno`, async ({ request, params }) => {
      const infno = String(params['infno']);
      const body = await request.text();
      const { msgid } = JSON.parse(body) as { msgid: string };
      const bytes = new TextEncoder().encode(body);
      const decoded = decodeBody({ bytes, contentType: 'application/json' });
      const headers = Object.fromEntries(request.headers);
      const answer = async () => (await sendDecoded(province.world, 'insured', decoded, headers, bytes)).bytes;
      const message = { infno, msgid, body, headers: request.headers, answer };
      relayed.push(message);
      const manner = manners.get(infno);
      return manner ? manner(message) : json(await answer());
    }),
  );
  wire.listen({ onUnhandledRequest: 'bypass' });
  return {
    nation,
    province,
    treat: (infno, manner) => void (manner ? manners.set(infno, manner) : manners.delete(infno)),
    relayed,
    bodies,
    close: async () => {
      ended.abort();
      await nation.close();
      await province.close();
      wire.close();
    },
  };
};

type Row = Record<string, unknown>;

/** An answer as a test changes it. */
export type Changed = {
  infcode?: unknown;
  output: { readonly setlinfo: Row; readonly setldetail: readonly Row[]; readonly data: Row } | null;
};

/** Answers, and changes something in the answer first. */
export const tampering =
  (change: (answer: Changed) => void): Manner =>
  async ({ answer }) => {
    const parsed = JSON.parse(await answer()) as Changed;
    change(parsed);
    return json(JSON.stringify(parsed));
  };

/** Answers with other values in setlinfo; a function makes the new value of the old one. */
export const otherInfo = (changes: Readonly<Record<string, unknown>>): Manner =>
  tampering(({ output }) => {
    for (const [code, to] of Object.entries(changes)) {
      const before = output?.setlinfo[code];
      if (output) output.setlinfo[code] = typeof to === 'function' ? (to as (was: unknown) => unknown)(before) : to;
    }
  });

/** So many 元 more, or less. */
export const more =
  (by: number) =>
  (was: unknown): number =>
    Math.round((Number(was) + by) * 100) / 100;

/** A province that holds messages, or answers that it has made already, until it is let go. */
export const holding = (before: 'message' | 'answer') => {
  let letGo: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  const manner: Manner = async ({ answer }) => {
    if (before === 'message') await gone;
    const bytes = await answer();
    await gone;
    return json(bytes);
  };
  return { manner, letGo: () => letGo() };
};
