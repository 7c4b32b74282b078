import { dateOf, dateTimeOf, yearsBetween, type Instant } from '../../kernel/civil-time.ts';
import type { Fen } from '../../kernel/money.ts';
import type { SettleRequest } from '../../rules/benefit/request.ts';
import { settle } from '../../rules/benefit/settle.ts';
import { templateNotice } from '../../rules/benefit/template.ts';
import type { Settled } from '../../rules/benefit/settled.ts';
import type { Used } from '../../rules/ledger/accumulator.ts';
import { claimAmountsFault } from './claim-sums.ts';
import { eligibility, type Claimant, type Eligible } from './eligibility.ts';
import type { Library } from './library.ts';
import { isChronic } from './med-type.ts';
import type { Input as Claim } from './national/1106.gen.ts';
import { partyPrefix, type Party } from './party.ts';
import { payingPolicy, type PayingPolicy } from './paying-policy.ts';
import { isRetired, monthsInsured, validOn } from './person.ts';
import { isRefusal, refuse, type Refusal } from './refusals.ts';
import type { AccountHolder, Settlement } from './settlement.ts';
import type { Visitor } from './visit.ts';
import { visitNumberStop } from './visit-number.ts';
import { visitorOf } from './visitor.ts';

/** What the insured place reads before it decides on a claim. */
export type ClaimFacts = Claimant & {
  readonly registered: boolean;
  /** What was settled and refunded under the visit number, and stands. */
  readonly underVisitNumber: readonly Settlement[];
  readonly balance: Fen;
  /** On the account of the family member who may pay 共济. */
  readonly familyBalance: Fen;
  readonly used: Used;
};

/** A claim as the insured place settles it. */
export type SettledClaim = {
  readonly settled: Settled;
  readonly visitor: Visitor;
  readonly family?: AccountHolder;
  readonly warn_msg?: string;
};

type Header = Claim['data'];

/**
 * 1106 and 1107 at the insured place: eligibility, then its own policy of the day of service on the split it was
 * sent.
 */
export const settleClaim = (
  facts: ClaimFacts,
  { data, feedetail }: Claim,
  library: Library,
  now: Instant,
  by: Party,
): SettledClaim | Refusal => {
  if (!facts.registered) return refuse(by, 'registration-unknown');
  const stop =
    visitNumberStop(facts.underVisitNumber, by) ??
    claimAmountsFault({ data, feedetail }, by) ??
    diseasesMixed(data, feedetail, by);
  if (stop) return stop;
  const day = (data.begntime ?? dateTimeOf(now)).slice(0, 10);
  const eligible = eligibility(facts, { ...data, day }, library.diseases, by);
  if (isRefusal(eligible)) return eligible;
  const policy = payingPolicy({ ...data, day }, eligible, library, dateOf(now), by);
  if (isRefusal(policy)) return policy;
  const settled = settle(requestOf(facts, data, eligible, policy));
  const warn_msg = warningOf(settled, policy, by);
  const visitor = visitorOf(eligible.person, eligible.insurance);
  const { family } = eligible.person;
  return { settled, visitor, ...(family && { family }), ...(warn_msg !== undefined && { warn_msg }) };
};

/** What the cashier must know of how this was settled. */
const warningOf = ({ fullAdvance }: Settled, { parameters }: PayingPolicy, by: Party): string | undefined => {
  const texts = [
    ...(parameters.template === true ? [templateNotice(parameters)] : []),
    ...(fullAdvance ? ['参保地按全额垫付处理：基金不支付，请患者回参保地手工报销。'] : []),
  ];
  return texts.length === 0 ? undefined : `${partyPrefix(by)} ${texts.join('')}`;
};

const requestOf = (
  facts: ClaimFacts,
  data: Header,
  eligible: Eligible,
  { parameters, insutype, visit }: PayingPolicy,
): SettleRequest => ({
  parameters,
  claim: data,
  person: insuredOf(eligible, insutype, visit.serviceDate),
  visit,
  used: facts.used,
  account: {
    use: data.acct_used_flag === OWN || data.acct_used_flag === FAMILY,
    balance: facts.balance,
    ...(data.acct_used_flag === FAMILY && { family: facts.familyBalance }),
  },
});

/** 个人账户使用标志: 0 不使用, 1 使用本人个账, 2 使用共济人个账 (after the own one). */
const OWN = '1';
const FAMILY = '2';

const insuredOf = (
  { person, insurance, diseases }: Eligible,
  insutype: SettleRequest['person']['insutype'],
  on: string,
): SettleRequest['person'] => ({
  insutype,
  retired: isRetired(insurance.psn_type),
  age: yearsBetween(person.brdy, on),
  student: insurance.psn_type.startsWith('14'),
  civilServant: insurance.cvlserv_flag === '1',
  employerPlan: insurance.employer_plan ?? false,
  ...(insurance.grade !== undefined && { grade: insurance.grade }),
  insuredMonths: monthsInsured(insurance, on),
  identities: person.identities.filter((row) => validOn(row, on)).map((row) => row.psn_idet_type),
  diseases,
});

/** 分病种单独结算 (医保办发〔2024〕19号 三(四)): a line of another disease is settled apart. */
const diseasesMixed = ({ med_type, dise_codg }: Header, lines: Claim['feedetail'], by: Party): Refusal | undefined => {
  if (!isChronic(med_type) || dise_codg === undefined) return undefined;
  const other = lines.find((line) => line.dise_codg !== undefined && line.dise_codg !== dise_codg);
  return other && refuse(by, 'disease-mixed', other.feedetl_sn ?? '', other.dise_codg ?? '', dise_codg);
};
