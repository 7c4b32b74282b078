import { dateOf, type Instant } from '../../../kernel/civil-time.ts';
import type { Admdvs } from '../../../kernel/admdvs.ts';
import type { Person } from '../../domain/person.ts';
import type { Library } from '../../domain/library.ts';
import type { Reader } from '../../store/port.ts';
import { breachesOf, type Breach } from './breaches.ts';
import { nothingExpected, type BenefitCheck, type Grounds } from './checks/finding.ts';
import { indexActs } from './evidence/act-index.ts';
import { actsOf } from './evidence/acts.ts';
import { evidenceOf, type AnswerOf } from './evidence/evidence.ts';
import type { People } from './evidence/person-seen.ts';
import { isOfSide, standingOf, type Exchange, type Standing } from './evidence/exchange.ts';
import { explanationsOf, type Explanations } from './explanations.ts';
import type { Result } from './result.ts';
import { resultsOf, type SideTraffic } from './results.ts';
import { SIDES, type Side } from './side.ts';
import type { Traffic } from './checks/run-check.ts';

/** Where the kit reads. */
export type AcceptanceSource = {
  readonly reader: Reader;
  readonly library: Library;
  readonly now: Instant;
  readonly answerOf: AnswerOf;
  /** 待遇验证; absent: nothing is expected of any settlement. */
  readonly benefit?: BenefitCheck;
  /** Told of a defect of the kit; the requirement is answered as `error`. */
  readonly onDefect: (defect: unknown) => void;
};

/** How a province stands on one side. */
export type SideStatus = {
  readonly side: Side;
  readonly results: readonly Result[];
  readonly traffic: SideTraffic;
  /** Every breach of the interface tables in what the province sent or answered itself. */
  readonly breaches: readonly Breach[];
};

/** How far a province has come. */
export type Acceptance = {
  readonly province: Admdvs;
  readonly sides: readonly SideStatus[];
  readonly explanations: Explanations;
};

/** Reads what happened in a workspace and judges every requirement of the sides asked for. */
export const acceptanceOf = (
  source: AcceptanceSource,
  province: Admdvs,
  sides: readonly Side[] = SIDES,
): Acceptance => {
  const { reader, library, now, answerOf, benefit = nothingExpected, onDefect } = source;
  const explanations = explanationsOf(reader, province);
  const evidence = evidenceOf(reader, answerOf, province);
  const grounds = { province, library, today: dateOf(now), residentsExcused: false, benefit };
  return {
    province,
    explanations,
    sides: sides.map((side) => {
      const own: Grounds = { ...grounds, side };
      const traffic = trafficOf(
        evidence.filter((one) => isOfSide(one, province, side)),
        reader,
      );
      const results = resultsOf(traffic, own, explanations, onDefect);
      return { side, results, traffic, breaches: breachesOf(traffic.own.all) };
    }),
  };
};

/** Looks everybody up once. */
const knownOnce = ({ person, personByCertificate }: Reader): People => {
  const known = new Map<string, Person | undefined>();
  const once = (find: (number: string) => Person | undefined) => (number: string) => {
    if (!known.has(number)) known.set(number, find(number));
    return known.get(number);
  };
  return { person: once((number) => person(number) ?? personByCertificate(number)) };
};

const trafficOf = (evidence: readonly Exchange[], reader: Reader): SideTraffic => {
  const acts = actsOf(evidence, knownOnce(reader));
  const some = (...standings: readonly Standing[]): Traffic => {
    const chosen = acts.filter(({ exchange }) => standings.includes(standingOf(exchange)));
    return { index: indexActs(chosen), all: chosen.map(({ exchange }) => exchange) };
  };
  return { counting: some('counts'), rehearsal: some('rehearsal'), own: some('counts', 'breaks-table') };
};
