import type { Institution } from '../../../domain/institution.ts';
import type { Party } from '../../../domain/party.ts';
import { refuse, type Refusal } from '../../../domain/refusals.ts';
import type { Settlement } from '../../../domain/settlement.ts';
import { placeMismatch } from '../../../domain/visit-access.ts';
import type { Input } from './wire.gen.ts';

/** The settlement of this hospital, visit and person that may be refunded: effective, no refund itself. */
export const refundable = (
  found: Settlement | undefined,
  { psn_no, mdtrt_id }: Input['data'],
  institution: Institution,
  insuplc: string | undefined,
  by: Party,
): Settlement | Refusal => {
  const own = found?.fixmedins_code === institution.fixmedins_code;
  if (!own || found.visitor.psn_no !== psn_no || found.mdtrt_id !== mdtrt_id) return refuse(by, 'settlement-unknown');
  const mismatch = placeMismatch(found.insuplc, found.mdtrtarea, insuplc, by);
  if (mismatch) return mismatch;
  if (found.refundOf !== undefined) return refuse(by, 'settlement-is-refund');
  if (found.state === 'refunded') return refuse(by, 'settlement-refunded');
  return found.state === 'reversed' ? refuse(by, 'settlement-reversed') : found;
};
