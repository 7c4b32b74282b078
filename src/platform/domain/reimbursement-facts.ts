import type { Instant } from '../../kernel/civil-time.ts';
import { claimFacts, type ClaimReader } from './claim-facts.ts';
import type { ClaimFacts } from './insured-claim.ts';
import { reimbursementClaim, type Reimbursement } from './reimbursement.ts';
import { settlementSeries, type Series } from './serial-numbers.ts';
import type { Book, Settlement } from './settlement.ts';
import type { Visit } from './visit.ts';
import { voucherOfReceipt } from './voucher/for-receipt.ts';
import type { Voucher } from './voucher/voucher.ts';

/** What the insured place looks up before it pays by hand. */
export type ReimbursementFacts = {
  readonly claim: ClaimFacts;
  /** Effective settlements of the insured place for the same receipt, and for visits there on that day. */
  readonly ofReceipt: readonly Settlement[];
  readonly ofThatDay: readonly Settlement[];
  /** The voucher 电子结算凭证 that the receipt is, where its hospital uploaded one. */
  readonly voucher?: Voucher;
  readonly series: Series;
  readonly serial: number;
};

type Reader = ClaimReader & {
  readonly visitsOf: (psn_no: string) => Visit[];
  readonly settlementsOfVisit: (book: Book, mdtrt_id: string) => Settlement[];
  readonly vouchersNumbered: (fixmedins_code: string, no: string) => Voucher[];
  readonly serial: (key: string) => number;
};

const stands = (row: Settlement): boolean => row.state === 'effective' && row.refundOf === undefined;

export const reimbursementFacts = (reader: Reader, asked: Reimbursement, now: Instant): ReimbursementFacts => {
  const { person, institution, date } = asked;
  const claim = reimbursementClaim(asked);
  const numbered = reader.vouchersNumbered(institution.fixmedins_code, asked.invono.split('-').at(-1) ?? '');
  const voucher = voucherOfReceipt(numbered, asked.invono);
  const series = settlementSeries(claim.data.insuplc, claim.data.mdtrtarea, now);
  return {
    claim: { ...claimFacts(reader, claim), underVisitNumber: [] },
    ofReceipt: reader
      .settlementsByVisitNumber('insured', claim.data.mdtrtsn)
      .filter((row) => stands(row) && row.insuplc === asked.insuplc),
    ofThatDay: reader
      .visitsOf(person.psn_no)
      .filter((visit) => visit.fixmedins_code === institution.fixmedins_code)
      .flatMap((visit) => reader.settlementsOfVisit('insured', visit.mdtrt_id))
      .filter((row) => stands(row) && row.serviceDate === date),
    ...(voucher && { voucher }),
    series,
    serial: reader.serial(series.key) + 1,
  };
};
