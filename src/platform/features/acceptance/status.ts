import { provinceName, type Admdvs } from '../../../kernel/admdvs.ts';
import { dateTimeOf, type CivilDateTime } from '../../../kernel/civil-time.ts';
import type { Acceptance, AcceptanceSource, SideStatus } from './acceptance.ts';
import type { Exchange } from './evidence/exchange.ts';
import { EXPLAINABLE_NAMES } from './explanations.ts';
import { STATE_NAMES, type State } from './judge.ts';
import type { Address } from './next/curl.ts';
import { nextCalls, type NextCall } from './next/next-call.ts';
import type { Result } from './result.ts';
import { SIDE_NAMES, type Side } from './side.ts';

/** An exchange that stands for something: its trace leads to the whole of it. */
export type EvidenceLink = {
  readonly seq: number;
  readonly trace: string;
  readonly at: CivilDateTime;
  readonly infno: string;
  readonly href: string;
};

/** A requirement as `GET /_sandbox/acceptance` tells it. */
export type StatusRow = {
  readonly id: string;
  readonly clause: string;
  readonly disease: string;
  readonly title: string;
  readonly state: State;
  readonly stateName: string;
  readonly blocks: boolean;
  readonly required: number;
  readonly seen: number;
  /** 自检 */
  readonly rehearsed: number;
  /** The rehearsal alone would have been enough. */
  readonly rehearsalMet: boolean;
  readonly lacking: readonly string[];
  /** The first of them; `evidenceCount` says how many there are. */
  readonly evidence: readonly EvidenceLink[];
  readonly evidenceCount: number;
  readonly note?: string;
  readonly explanation?: string;
  /** Why an explanation is taken here, where it is. */
  readonly explainable?: string;
  readonly failed?: EvidenceLink & { readonly text: string };
  readonly next?: NextCall;
};

export type StatusSide = {
  readonly side: Side;
  readonly name: string;
  readonly blocking: number;
  readonly states: Readonly<Partial<Record<State, number>>>;
  readonly breaches: readonly {
    readonly infno: string;
    readonly field: string;
    readonly kind: string;
    readonly count: number;
    readonly last: EvidenceLink;
  }[];
  readonly rows: readonly StatusRow[];
};

export type Status = {
  readonly province: Admdvs;
  readonly name: string;
  readonly at: CivilDateTime;
  /** Nothing blocks any more. */
  readonly done: boolean;
  readonly blocking: number;
  readonly sides: readonly StatusSide[];
};

/** So many links a row; all of it is in the journal. */
const LINKS = 20;

/** The status with the next call of each row that is not met. */
export const statusOf = (acceptance: Acceptance, source: AcceptanceSource, address: Address): Status => {
  const { province } = acceptance;
  const sides = acceptance.sides.map((side) => sideOf(side, province, source, address));
  const blocking = sides.reduce((count, side) => count + side.blocking, 0);
  return { province, name: provinceName(province), at: dateTimeOf(source.now), done: blocking === 0, blocking, sides };
};

const sideOf = (
  { side, results, traffic, breaches }: SideStatus,
  province: Admdvs,
  { reader, library, now }: AcceptanceSource,
  address: Address,
): StatusSide => {
  const next = nextCalls({ reader, library, now, province, side, index: traffic.own.index, address });
  return {
    side,
    name: SIDE_NAMES[side],
    blocking: results.filter(({ blocks }) => blocks).length,
    states: statesOf(results),
    breaches: breaches.map(({ last, ...breach }) => ({ ...breach, last: linkOf(last, address) })),
    rows: results.map((result) => rowOf(result, next(result), address)),
  };
};

const statesOf = (results: readonly Result[]): Partial<Record<State, number>> => {
  const counts: Partial<Record<State, number>> = {};
  for (const { state } of results) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

const rowOf = (result: Result, next: NextCall | undefined, address: Address): StatusRow => {
  const { requirement, state, blocks, required, seen, rehearsed, rehearsalMet, evidence, lacking } = result;
  const { note, explanation, failed } = result;
  const { id, clause, disease, title, explainable } = requirement;
  return {
    id, clause, disease, title, state, stateName: STATE_NAMES[state], blocks, required, seen, rehearsed, rehearsalMet,
    lacking,
    evidence: evidence.slice(0, LINKS).map((exchange) => linkOf(exchange, address)),
    evidenceCount: evidence.length,
    ...(note !== undefined && { note }),
    ...(explanation !== undefined && { explanation }),
    ...(explainable && { explainable: EXPLAINABLE_NAMES[explainable] }),
    ...(failed && { failed: { ...linkOf(failed, address), text: whyFailed(failed) } }),
    ...(next && { next }),
  }; // prettier-ignore
};

/** Its refusal, or which fields broke the table. */
const whyFailed = ({ text, violations }: Exchange): string => text ?? `报文不合接口表：${violations.join('、')}`;

/** Where an exchange can be looked at. */
export const linkOf = ({ seq, trace, at, infno }: Exchange, { url }: Address): EvidenceLink => ({
  seq,
  trace,
  at: dateTimeOf(at),
  infno,
  href: `${url}/_sandbox/exchanges/${trace}`,
});
