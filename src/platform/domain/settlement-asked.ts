import type { Institution } from './institution.ts';
import { farAway } from './far-away.ts';
import type { Party } from './party.ts';
import { refuse, type Refusal, type RefusalName } from './refusals.ts';
import type { Settlement } from './settlement.ts';
import { placeMismatch } from './visit-access.ts';

type Named = { readonly psn_no: string; readonly mdtrt_id?: string | undefined };

type Where = {
  readonly institution: Institution;
  readonly party: Party;
  readonly message: { readonly insuplc_admdvs?: string };
};

/** What `settlementAsked` may say. */
export const SETTLEMENT_ASKED_REFUSALS: readonly RefusalName[] = [
  'settlement-unknown',
  'place-mismatch',
  'cross-province-query',
];

/**
 * The settlement or refund of this hospital and person that 5203 and 5204 answer for. Another hospital's and a reversed
 * one are like none; those of persons from other provinces cannot be read back afterwards (中山大学附属第七医院
 * 医保移动支付开发需求书).
 */
export const settlementAsked = (
  found: Settlement | undefined,
  { psn_no, mdtrt_id }: Named,
  { institution, party, message }: Where,
): Settlement | Refusal => {
  const own = found?.fixmedins_code === institution.fixmedins_code && found.visitor.psn_no === psn_no;
  const meant = own && (mdtrt_id === undefined || found.mdtrt_id === mdtrt_id);
  if (!meant || found.state === 'reversed') return refuse(party, 'settlement-unknown');
  const mismatch = placeMismatch(found.insuplc, found.mdtrtarea, message.insuplc_admdvs, party);
  if (mismatch) return mismatch;
  return farAway(found) ? refuse(party, 'cross-province-query') : found;
};
