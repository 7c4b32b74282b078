import { dateOf } from '../../../kernel/civil-time.ts';
import type { DiseaseList } from '../../../rules/scope/disease-list.ts';
import type { ApplicationKind } from '../application.ts';
import type { Institution } from '../institution.ts';
import type { Party } from '../party.ts';
import type { Person } from '../person.ts';
import { isRefusal, refuse, type Refusal, type RefusalName } from '../refusals.ts';
import type { Book, Settlement } from '../settlement.ts';
import type { Visit } from '../visit.ts';
import { filedUnder, type FiledReader } from './filed.ts';
import { moveStop } from './moves.ts';
import { closed, type Deed, type Filed, type Ruling } from './ruling.ts';
import { useOf } from './use-of.ts';

/** What 2502, 2504 and 2506 may say. */
export const WITHDRAWAL_REFUSALS: readonly RefusalName[] = [
  'application-unknown',
  'application-state',
  'application-used',
  'application-over',
];

type Reader = FiledReader & {
  readonly person: (psn_no: string) => Person | undefined;
  readonly institution: (fixmedins_code: string) => Institution | undefined;
  readonly visitsOf: (psn_no: string) => Visit[];
  readonly settlementsOfVisit: (book: Book, mdtrt_id: string) => Settlement[];
};

/** What a withdrawal 撤销 by the institution that sent the application looks up. */
export type WithdrawalFacts = {
  readonly filed: Filed | undefined;
  readonly person: Person | undefined;
  readonly chosen: Institution | undefined;
  /** What the insured place has settled for the person's visits. */
  readonly settlements: readonly Settlement[];
};

/** What an institution names to withdraw: the number and the person, with its reason. */
export type Withdrawn = { readonly trt_dcla_detl_sn: string; readonly psn_no: string; readonly memo?: string };

export const withdrawalFacts = (reader: Reader, { trt_dcla_detl_sn, psn_no }: Withdrawn): WithdrawalFacts => {
  const filed = filedUnder(reader, trt_dcla_detl_sn);
  const row = filed?.application.kind === 'chosen-institution' ? filed.application.asked : undefined;
  return {
    filed,
    person: reader.person(psn_no),
    chosen: row && reader.institution(row.fixmedins_code),
    settlements: reader.visitsOf(psn_no).flatMap(({ mdtrt_id }) => reader.settlementsOfVisit('insured', mdtrt_id)),
  };
};

type Where = {
  readonly kind: ApplicationKind;
  readonly institution: Institution;
  readonly party: Party;
  readonly now: number;
  readonly diseases: DiseaseList;
};

/**
 * Takes back what the institution itself has sent for that person and what is still theirs: another one's number is answered
 * like one that does not exist; what is decided otherwise, over or already used stays.
 */
export const withdrawal = (facts: WithdrawalFacts, asked: Withdrawn, where: Where): Ruling | Refusal => {
  const { filed, person, chosen } = facts;
  const { kind, institution, party, now, diseases } = where;
  const own =
    filed?.application.kind === kind &&
    filed.application.psn_no === asked.psn_no &&
    filed.application.fixmedins_code === institution.fixmedins_code;
  if (!own || !person) return refuse(party, 'application-unknown', asked.trt_dcla_detl_sn);
  const { insuplc } = filed.application;
  const by: Party = { role: 'insured', place: insuplc };
  const stop = moveStop(filed.application, 'cancelled', by) ?? overOrUsed(filed, facts.settlements, now, diseases, by);
  if (isRefusal(stop)) return stop;
  const deed: Deed = { by, person, insuplc, chosen, now, note: asked.memo };
  return closed(filed, 'cancelled', deed);
};

const overOrUsed = (
  { application: { trt_dcla_detl_sn: no }, held }: Filed,
  settlements: readonly Settlement[],
  now: number,
  diseases: DiseaseList,
  by: Party,
): Refusal | undefined => {
  if (!held) return undefined;
  const { enddate } = held.row;
  if (enddate !== undefined && enddate < dateOf(now)) return refuse(by, 'application-over', no, enddate);
  const used = useOf(held, settlements, diseases);
  return used && refuse(by, 'application-used', no, used.setl_id);
};
