import type { PlainHttp, Wire } from '../../kernel/fault/effect.ts';
import type { DeliveryState } from '../domain/delivery.ts';
import { wayOut } from '../faults/way-out.ts';
import { decodeBody, type DecodedBody } from '../dispatch/decode-body.ts';
import type { Door, Download } from '../dispatch/definition.ts';
import { receive } from '../dispatch/receive.ts';
import type { Answered } from '../dispatch/outcome.ts';
import { traceId, type World } from '../dispatch/world.ts';
import type { Workspace } from './workspace.ts';

/** A message as it came over the wire. */
export type Arrival = {
  /** The door that the path names; absent: any body that carries `infno` is a message of the hospital door. */
  readonly door?: Door;
  /** The transaction that the path names; the body's own wins. */
  readonly pathInfno?: string;
  /** The workspace that the path names; absent: that of the sending institution. */
  readonly workspace?: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** A header by its lower-case name. */
  readonly header: (name: string) => string | undefined;
};

/** What became of it. */
export type Reception =
  /** An envelope: HTTP 200, whether it says yes or no. */
  | {
      readonly kind: 'answered';
      readonly workspace: string;
      /** The world that answered: what is held back in it goes with it when the workspace is reset or restored. */
      readonly world: object;
      readonly trace: string;
      /** What leaves, spelt wrongly where a fault says so. */
      readonly bytes: string | Uint8Array;
      /** Leaves instead of the envelope. */
      readonly http?: PlainHttp;
      /** What the connection does. */
      readonly wire: readonly Wire[];
      readonly sender: string;
      /** Wants to know whether the answer left. */
      readonly delivered?: (state: DeliveryState) => void;
      /** Breaches of the interface table, `path:kind`. */
      readonly violations: readonly string[];
      /** Leaves instead of the envelope, in a zip. */
      readonly file?: Download;
    }
  /** The gateway's own refusal, no envelope: HTTP 401. */
  | { readonly kind: 'gateway'; readonly workspace: string; readonly body: string }
  /** More bytes than this transaction may have: HTTP 413. */
  | { readonly kind: 'too-large'; readonly workspace: string; readonly limit: number }
  /** No door claims the path, and the body carries no `infno`. */
  | { readonly kind: 'no-message' }
  | { readonly kind: 'no-workspace'; readonly name: string };

/** How a workspace is found. */
export type Finder = {
  readonly workspace: (name: string) => Workspace | undefined;
  readonly workspaceOf: (fixmedins_code: string) => Workspace;
};

/** Decodes a message once, finds its workspace (path, else institution, else the default one) and lets it answer. */
export const takeMessage = async (finder: Finder, arrival: Arrival): Promise<Reception> => {
  const decoded = decodeBody(arrival);
  if (arrival.door === undefined && fieldOf(decoded, 'infno') === '') return { kind: 'no-message' };
  const workspace = workspaceOf(finder, arrival, decoded);
  if (!workspace) return { kind: 'no-workspace', name: arrival.workspace ?? '' };

  const world = workspace.world();
  const bodies = workspace.bodies();
  const at = world.clock.now();
  const outcome = await receive(world, {
    door: arrival.door ?? 'hospital',
    ...(arrival.pathInfno !== undefined && { pathInfno: arrival.pathInfno }),
    decoded,
    size: arrival.bytes.length,
    raw: arrival.bytes,
    header: arrival.header,
  });
  if (outcome.kind !== 'answered') return { ...outcome, workspace: workspace.name };
  const { seq, after = [] } = outcome;
  const { bytes, ...way } = wayOut(outcome.bytes, after);
  bodies.keep({ seq, at, request: arrival.bytes, contentType: arrival.contentType, answer: bytes });
  return {
    kind: 'answered',
    workspace: workspace.name,
    world,
    trace: traceId(seq),
    bytes,
    ...way,
    violations: outcome.violations,
    sender: fieldOf(decoded, 'fixmedins_code'),
    ...watching(world, outcome),
    ...(outcome.file && { file: outcome.file }),
  };
};

/** Whether the answer left matters where something could have changed, and where a fault ordered what becomes of it. */
const watching = (world: World, { seq, mutates = false, after = [] }: Answered) =>
  mutates || after.length > 0 ? { delivered: (state: DeliveryState) => world.delivered(seq, state) } : {};

const workspaceOf = (finder: Finder, { workspace }: Arrival, decoded: DecodedBody): Workspace | undefined =>
  workspace === undefined ? finder.workspaceOf(senderOf(decoded)) : finder.workspace(workspace);

/** The institution as the hospital's envelope names it, or the SDK's of the credential door. */
const senderOf = (decoded: DecodedBody): string => fieldOf(decoded, 'fixmedins_code') || fieldOf(decoded, 'orgId');

/** A field of the envelope in either spelling, before anything is checked; empty where there is none. */
const fieldOf = (decoded: DecodedBody, name: string): string => {
  if (!decoded.ok) return '';
  const value = decoded.value[name] ?? decoded.value[name.toUpperCase()];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
};
