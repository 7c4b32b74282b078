import { reach, type Admdvs } from '../../kernel/admdvs.ts';
import type { Instant } from '../../kernel/civil-time.ts';
import { mayBeReal } from '../../kernel/identity-number.ts';
import { personOfToken, type Tokens } from './e-credential/person-of-token.ts';
import type { Institution } from './institution.ts';
import type { Party } from './party.ts';
import type { Person } from './person.ts';
import { isRefusal, refuse, type Refusal, type RefusalName } from './refusals.ts';
import type { Settings } from './settings.ts';

/** The credential 就诊凭证 that a window presents. */
export type Credential = {
  readonly mdtrt_cert_type: string;
  readonly mdtrt_cert_no?: string | undefined;
  /** Checked when it is there; only 1101 demands it, later messages may leave it out. */
  readonly card_sn?: string | undefined;
  readonly certno?: string | undefined;
};

/** Where persons are looked up: the reader of a store. */
export type People = Tokens & {
  readonly personByCard: (card_no: string) => Person | undefined;
  readonly personByCertificate: (certno: string) => Person | undefined;
};

const byNumber = (people: People, number: string | undefined, field: string, by: Party): Person | Refusal => {
  if (!number) return refuse(by, 'credential-missing', field);
  // A number that a real person could have is never looked up: the sandbox knows synthetic persons only.
  const person = mayBeReal(number) ? undefined : people.personByCertificate(number.toUpperCase());
  return person ?? refuse(by, 'person-unknown');
};

const byCard = (people: People, { mdtrt_cert_no, card_sn }: Credential, by: Party): Person | Refusal => {
  if (!mdtrt_cert_no) return refuse(by, 'credential-missing', 'mdtrt_cert_no（社会保障卡卡号）');
  const person = people.personByCard(mdtrt_cert_no);
  if (!person) return refuse(by, 'card-unknown');
  const wrong = card_sn !== undefined && person.card?.card_sn !== card_sn;
  return wrong ? refuse(by, 'card-mismatch') : person;
};

const byToken = (people: People, token: string | undefined, window: Window): Person | Refusal =>
  token
    ? personOfToken(people, token, window)
    : refuse(window.party, 'credential-missing', 'mdtrt_cert_no（电子凭证令牌）');

/** Where and when the credential is presented. */
export type Window = {
  readonly institution: Institution;
  readonly party: Party;
  readonly now: Instant;
  readonly settings: Settings;
};

/** What `identify` may say. */
export const IDENTIFY_REFUSALS: readonly RefusalName[] = [
  'person-unknown', 'credential-missing', 'credential-unknown', 'card-unknown', 'card-mismatch', 'token-unknown',
  'token-elsewhere', 'token-expired',
]; // prettier-ignore

/**
 * Who the credential belongs to: 01 电子凭证 by its token, 02 by identity number, 03 by card and its code, 99 by
 * certificate.
 */
export const identify = (people: People, credential: Credential, window: Window): Person | Refusal => {
  const by = window.party;
  switch (credential.mdtrt_cert_type) {
    case '01':
      return byToken(people, credential.mdtrt_cert_no, window);
    case '02':
      return byNumber(people, credential.mdtrt_cert_no ?? credential.certno, 'mdtrt_cert_no（身份证号）', by);
    case '03':
      return byCard(people, credential, by);
    case '99':
      return byNumber(people, credential.certno ?? credential.mdtrt_cert_no, 'certno（证件号码）', by);
    default:
      return refuse(by, 'credential-unknown', credential.mdtrt_cert_type);
  }
};

/**
 * Whether that kind of credential may be used here for a person of that insured place. 居民身份证 only where the institution
 * checks the visitor's identity (跨省异地就医管理子系统门诊慢特病测试通过标准 §1); `card-only` is the practice of places that read
 * nothing but the card for other provinces (中山大学附属第七医院 医保移动支付开发需求书).
 */
export const credentialAllowed = (
  type: string,
  institution: Institution,
  insuplc: Admdvs,
  settings: Settings,
  by: Party,
): Refusal | undefined => {
  if (type === '02' && !institution.real_name) return refuse(by, 'identity-card-not-allowed');
  const farAway = reach(institution.admdvs, insuplc) === 'cross-province';
  if (farAway && settings.credentials === 'card-only' && type !== '03') return refuse(by, 'card-only');
  return undefined;
};

/** The advice that goes with an accepted credential, if any. */
export const credentialAdvice = (
  type: string,
  treatment: Admdvs,
  insuplc: Admdvs,
  settings: Settings,
): string | undefined => {
  const farAway = reach(treatment, insuplc) === 'cross-province';
  return farAway && settings.credentials === 'card-first' && type !== '03' ? '跨省就医请优先使用社会保障卡' : undefined;
};

/** Why a credential may not be used for this visitor; undefined when it may. */
export const credentialFault = (
  people: People,
  credential: Credential,
  psn_no: string,
  window: Window,
): Refusal | undefined => {
  const person = identify(people, credential, window);
  if (isRefusal(person)) return person;
  return person.psn_no === psn_no ? undefined : refuse(window.party, 'credential-of-another');
};
