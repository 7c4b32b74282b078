import type { Instant } from '../../kernel/civil-time.ts';
import { credentialAllowed, credentialFault, IDENTIFY_REFUSALS, type Credential, type People } from './credential.ts';
import { tokenChecked } from './e-credential/person-of-token.ts';
import type { Institution } from './institution.ts';
import { claimMessage } from './national/claim-message.ts';
import { nextDoor } from './next-door.ts';
import { outOfAreaStop } from './out-of-area.ts';
import { outpatientClaim, type OutpatientClaim, type SentClaim } from './outpatient-claim.ts';
import type { Party } from './party.ts';
import { isRefusal, refuse, type Refusal, type RefusalName } from './refusals.ts';
import { visitOrderNumber } from './serial-numbers.ts';
import type { Settings } from './settings.ts';
import type { Batch, Visit } from './visit.ts';
import { openVisit } from './visit-access.ts';

/** The fields of 2206 and 2207 that the hospital's claim is made of. */
export type SettleRequest = SentClaim &
  Credential & {
    readonly psn_no: string;
    readonly mdtrt_id: string;
    readonly insutype?: string | undefined;
    readonly acct_used_flag?: string | undefined;
    readonly invono?: string | undefined;
  };

type Where = {
  readonly institution: Institution;
  readonly party: Party;
  readonly now: Instant;
  readonly settings: Settings;
  readonly message: { readonly insuplc_admdvs?: string };
  readonly seq: number;
};

type ClaimReader = People & {
  readonly visit: (mdtrt_id: string) => Visit | undefined;
  readonly batch: (mdtrt_id: string, chrg_bchno: string) => Batch | undefined;
};

export type HospitalClaim = { readonly visit: Visit; readonly claim: OutpatientClaim };

/** What the treatment place itself may say to 2206 and 2207. */
export const CLAIM_REFUSALS: readonly RefusalName[] = [
  'visit-unknown', 'visit-withdrawn', 'place-mismatch', 'not-cross-province', 'not-out-of-area',
  'identity-card-not-allowed', 'card-only', ...IDENTIFY_REFUSALS, 'token-not-checked', 'credential-of-another',
  'insurance-unknown', 'batch-unknown',
  'batch-already-settled', 'total-mismatch', 'total-negative', 'treatment-missing', 'med-type-mismatch',
  'med-type-unsupported', 'disease-required', 'line-disease-mismatch', 'sums-disagree',
]; // prettier-ignore

/**
 * The claim that 2206 or 2207 is about, checked at the place of treatment. A trial may use the identity card
 * anywhere, so that the electronic credential is shown once only (中山大学附属第七医院 医保移动支付开发需求书).
 */
export const hospitalClaim = (
  reader: ClaimReader,
  data: SettleRequest,
  where: Where,
  kind: 'trial' | 'settlement',
): HospitalClaim | Refusal => {
  const { institution, party, now, settings, message } = where;
  const visit = openVisit(reader.visit(data.mdtrt_id), institution, { psn_no: data.psn_no, ...message }, party);
  if (isRefusal(visit)) return visit;
  const byIdentityCard = kind === 'trial' && data.mdtrt_cert_type === '02';
  const stop =
    outOfAreaStop(institution, visit.insuplc, party) ??
    insuranceStop(visit, data, party) ??
    (byIdentityCard
      ? undefined
      : credentialAllowed(data.mdtrt_cert_type, institution, visit.insuplc, settings, party)) ??
    credentialFault(reader, data, data.psn_no, where) ??
    (kind === 'settlement' ? uncheckedToken(reader, data, where) : undefined);
  if (stop) return stop;
  const claim = outpatientClaim(visit, reader.batch(data.mdtrt_id, data.chrg_bchno), data, now, party);
  return isRefusal(claim) ? claim : { visit, claim };
};

/** A token must have been looked up before money moves by it, unless the workspace does without. */
const uncheckedToken = (reader: ClaimReader, data: SettleRequest, where: Where): Refusal | undefined => {
  if (data.mdtrt_cert_type !== '01' || where.settings.tokens === 'any') return undefined;
  const checked = tokenChecked(reader, data.mdtrt_cert_no ?? '', where);
  return checked ? undefined : refuse(where.party, 'token-not-checked');
};

const insuranceStop = (visit: Visit, { insutype }: SettleRequest, party: Party): Refusal | undefined =>
  insutype === undefined || insutype === visit.visitor.insutype
    ? undefined
    : refuse(party, 'insurance-unknown', insutype);

/** 1106 or 1107 for the claim, to the national node or, within the province, to the insured place. */
export const claimQuestion = (
  infno: '1106' | '1107',
  found: HospitalClaim | Refusal,
  data: SettleRequest,
  { institution, now, seq }: Where,
) => {
  if (isRefusal(found)) return found;
  const { visit, claim } = found;
  const { mdtrtarea, insuplc } = visit;
  const input = claimMessage(visit, claim, institution, visitOrderNumber(mdtrtarea, now, seq), data);
  return { door: nextDoor(mdtrtarea, insuplc), infno, mdtrtarea, insuplc, input };
};
