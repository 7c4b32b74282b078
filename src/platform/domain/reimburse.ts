import { dateOf, dateTimeOf, type CivilDate, type Instant } from '../../kernel/civil-time.ts';
import { settleClaim, type SettledClaim } from './insured-claim.ts';
import type { Library } from './library.ts';
import { isChronic } from './med-type.ts';
import { movementsOf, movementWrites } from './movements.ts';
import { claimHeader } from './national/claim-header.ts';
import type { Party } from './party.ts';
import { isRefusal, refuse, type Refusal } from './refusals.ts';
import type { ReimbursementFacts } from './reimbursement-facts.ts';
import { REIMBURSED, reimbursementClaim, type Reimbursement } from './reimbursement.ts';
import type { Settlement } from './settlement.ts';
import { receiptFault, reimbursedWrites } from './voucher/for-receipt.ts';
import type { DomainWrite } from './write.ts';

/** A settlement made by hand, and all that it writes. */
export type Reimbursed = { readonly settlement: Settlement; readonly writes: readonly DomainWrite[] };

/** The settlement of a bill that the person has paid, or why nothing of it is given back. */
export const reimburse = (
  facts: ReimbursementFacts,
  asked: Reimbursement,
  library: Library,
  now: Instant,
): Reimbursed | Refusal => {
  const by: Party = { role: 'insured', place: asked.insuplc };
  const stop = paidBefore(facts, asked, dateOf(now), by);
  if (stop) return stop;
  const claim = settleClaim(facts.claim, reimbursementClaim(asked), payingAtHome(library), now, by);
  if (isRefusal(claim)) return claim;
  const settlement = settlementOf(claim, asked, facts.series.print(facts.serial), now);
  return {
    settlement,
    writes: [
      { kind: 'serial.take', key: facts.series.key, value: facts.serial },
      { kind: 'settlement.add', settlement },
      ...movementWrites(settlement, settlement.movements),
      ...reimbursedWrites(facts.voucher),
    ],
  };
};

const settlementOf = (
  { settled, visitor, family }: SettledClaim,
  asked: Reimbursement,
  setl_id: string,
  now: Instant,
): Settlement => ({
  ...claimHeader(reimbursementClaim(asked).data),
  infno: REIMBURSED,
  book: 'insured',
  setl_id,
  state: 'effective',
  sender: asked.insuplc,
  msgid: setl_id,
  invono: asked.invono,
  visitor,
  setl_time: dateTimeOf(now),
  serviceDate: asked.date,
  shares: settled.shares,
  funds: settled.funds,
  movements: movementsOf(settled, family),
  explanation: settled.explanation,
});

/** Diseases that stay at home in direct settlement, and 全额垫付, are just what is reimbursed by hand. */
const payingAtHome = (library: Library): Library => ({
  ...library,
  diseases: { ...library.diseases, local: [] },
  benefit: (query) => {
    const answer = library.benefit(query);
    if (answer.outcome === 'noPolicy') return answer;
    return { ...answer, parameters: { ...answer.parameters, full_advance: undefined } };
  },
});

const paidBefore = (
  { ofReceipt, ofThatDay, voucher }: ReimbursementFacts,
  asked: Reimbursement,
  today: CivilDate,
  by: Party,
): Refusal | undefined => {
  if (asked.date > today) return refuse(by, 'claim-in-future', asked.date, today);
  const [reimbursed] = ofReceipt;
  if (reimbursed) return refuse(by, 'receipt-reimbursed', asked.invono, reimbursed.setl_id);
  const used = receiptFault(voucher, asked.invono, by);
  if (used) return used;
  const direct = ofThatDay.find((row) => isSameVisit(row, asked) && row.fullAdvance !== true);
  return direct && refuse(by, 'settled-directly', direct.setl_id);
};

/** Two chronic diseases are settled apart even on one day (二（四）); anything else of that day is the same visit. */
const isSameVisit = (row: Settlement, { med_type, dise_codg }: Reimbursement): boolean =>
  !isChronic(row.med_type) || !isChronic(med_type) || row.dise_codg === dise_codg;
