import { dateTimeOf, type Instant } from '../../kernel/civil-time.ts';
import { sum, type Fen } from '../../kernel/money.ts';
import { totalLines, type ClaimTotals } from '../../rules/catalogue/total-lines.ts';
import { benefitOf, isChronic } from './med-type.ts';
import type { Party } from './party.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { Batch, Visit } from './visit.ts';

/** What 2206 and 2207 say of the claim. */
export type SentClaim = {
  readonly med_type: string;
  readonly medfee_sumamt: Fen;
  readonly chrg_bchno: string;
};

/** A claim ready for the insured place: what was treated, and what the lines of the batch add up to. */
export type OutpatientClaim = {
  readonly batch: Batch;
  readonly totals: ClaimTotals;
  readonly med_type: string;
  readonly dise_codg?: string;
  readonly dise_name?: string;
  readonly begntime: string;
};

/**
 * The claim that a hospital settles: its own uploaded, unsettled lines; total and category as uploaded. Nothing of it
 * is taken from the message but the wish to settle.
 */
export const outpatientClaim = (
  visit: Visit,
  batch: Batch | undefined,
  sent: SentClaim,
  now: Instant,
  by: Party,
): OutpatientClaim | Refusal => {
  if (!batch) return refuse(by, 'batch-unknown', sent.chrg_bchno);
  if (batch.settledBy !== undefined) return refuse(by, 'batch-already-settled');
  const uploaded = sum(batch.lines.map((line) => line.det_item_fee_sumamt));
  if (uploaded !== sent.medfee_sumamt) return refuse(by, 'total-mismatch', sent.medfee_sumamt, uploaded);
  const stop = categoryStop(visit, sent, by) ?? diseaseStop(visit, batch, sent, by);
  if (stop) return stop;
  const totals = totalLines(batch.lines);
  if (Object.values(totals.claim).some((amount) => amount < 0)) return refuse(by, 'total-negative', uploaded);
  const disease = isChronic(sent.med_type) ? diseaseOf(visit, batch) : {};
  return { batch, totals, med_type: sent.med_type, begntime: visit.treatment?.begntime ?? dateTimeOf(now), ...disease };
};

const categoryStop = (visit: Visit, { med_type }: SentClaim, by: Party): Refusal | undefined => {
  if (!visit.treatment) return refuse(by, 'treatment-missing');
  if (visit.treatment.med_type !== med_type) {
    return refuse(by, 'med-type-mismatch', med_type, visit.treatment.med_type);
  }
  return benefitOf(med_type) ? undefined : refuse(by, 'med-type-unsupported', med_type);
};

const diseaseStop = (visit: Visit, batch: Batch, { med_type }: SentClaim, by: Party): Refusal | undefined => {
  if (!isChronic(med_type)) return undefined;
  const ofBatch = batch.lines[0]?.dise_codg;
  const ofVisit = visit.treatment?.dise_codg;
  if (ofBatch === undefined && ofVisit === undefined) return refuse(by, 'disease-required');
  if (ofBatch === undefined || ofVisit === undefined || ofBatch === ofVisit) return undefined;
  return refuse(by, 'line-disease-mismatch', ofBatch, ofVisit);
};

const diseaseOf = (visit: Visit, batch: Batch): Pick<OutpatientClaim, 'dise_codg' | 'dise_name'> => {
  const dise_codg = batch.lines[0]?.dise_codg ?? visit.treatment?.dise_codg;
  const dise_name = visit.treatment?.dise_name;
  return { ...(dise_codg !== undefined && { dise_codg }), ...(dise_name !== undefined && { dise_name }) };
};
