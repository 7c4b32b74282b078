import type { Party } from './party.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { Settlement } from './settlement.ts';

type Named = {
  readonly psn_no?: string | undefined;
  readonly ssn?: string | undefined;
  readonly mdtrtsn: string;
  readonly mdtrtarea: string;
};

/**
 * The settlement that a national 1203 may refund: of that person, visit number and treatment place, no refund itself,
 * not reversed. A refunded one is returned as well: 门诊退费可重复发起 (acceptance script, row 5).
 */
export const refundTarget = (found: Settlement | undefined, named: Named, by: Party): Settlement | Refusal => {
  const same =
    found?.mdtrtsn === named.mdtrtsn &&
    found.mdtrtarea === named.mdtrtarea &&
    (named.psn_no === undefined || named.psn_no === found.visitor.psn_no) &&
    (named.ssn === undefined || named.ssn === found.visitor.certno);
  if (!found || !same) return refuse(by, 'settlement-unknown');
  if (found.refundOf !== undefined) return refuse(by, 'settlement-is-refund');
  return found.state === 'reversed' ? refuse(by, 'settlement-reversed') : found;
};

/** The refund that stands against a settlement, if one does. */
export const effectiveRefund = (refunds: readonly Settlement[]): Settlement | undefined =>
  refunds.find((refund) => refund.state === 'effective');
