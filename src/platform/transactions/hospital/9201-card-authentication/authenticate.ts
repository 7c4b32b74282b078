import { isAdmdvs, placeOf, provinceOf } from '../../../../kernel/admdvs.ts';
import { authenticationData, type CardAnswer, type CardChallenge } from '../../../../kernel/card-authentication.ts';
import { stamp14 } from '../../../../kernel/civil-time.ts';
import type { HospitalContext, Question } from '../../../dispatch/definition.ts';
import type { CardReading } from '../../../domain/card-reading.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { Output as Authenticated } from '../../../domain/national/1903.gen.ts';
import type { Party } from '../../../domain/party.ts';
import { refuse, type Refusal } from '../../../domain/refusals.ts';
import type { Write } from '../../../store/port.ts';
import { lacking } from './lacking.ts';
import type { Input, Output } from './wire.gen.ts';

/** The first step: what the reader handed out, as far as it can be answered. */
export type Begun = {
  readonly step: 'authenticate';
  readonly challenge: CardChallenge;
  readonly issu_admdvs: string;
  readonly card_atr: string;
  readonly algo_flag: string;
};

const NEEDS = [
  'issu_admdvs', 'card_atr', 'algo_flag', 'intl_auth_fctr', 'intl_auth_info', 'extl_auth_fctr', 'extl_auth_info',
] as const; // prettier-ignore

export const beginReading = (data: Input['data'], by: Party): Begun | Refusal => {
  const { issu_admdvs = '', card_atr = '', algo_flag = '', card_sn } = data;
  const { intl_auth_fctr = '', intl_auth_info = '', extl_auth_fctr = '', extl_auth_info = '' } = data;
  const missing = lacking(data, NEEDS, by);
  if (missing) return missing;
  if (!isAdmdvs(issu_admdvs)) return refuse(by, 'card-issuer-unknown', issu_admdvs);
  const area = card_sn.slice(0, 6);
  if (issu_admdvs !== area) return refuse(by, 'card-area-mismatch', issu_admdvs, area);
  const challenge = {
    card_sn,
    internalFactor: intl_auth_fctr,
    internalInfo: intl_auth_info,
    externalFactor: extl_auth_fctr,
    externalInfo: extl_auth_info,
  };
  return { step: 'authenticate', challenge, issu_admdvs, card_atr, algo_flag };
};

/** A card of this province is authenticated here; the national node sees those of others. */
export const ofAnotherProvince = (issu_admdvs: string, { admdvs }: Institution): boolean =>
  provinceOf(issu_admdvs) !== provinceOf(admdvs);

const ask = (begun: Begun, institution: Institution): Question | undefined => {
  const { challenge, issu_admdvs, card_atr, algo_flag } = begun;
  if (!ofAnotherProvince(issu_admdvs, institution)) return undefined;
  const mdtrtarea = placeOf(institution.admdvs);
  const data = {
    mdtrtarea,
    issu_admdvs,
    card_atr,
    algo_flag,
    card_sn: challenge.card_sn,
    intl_auth_fctr: challenge.internalFactor,
    intl_auth_info: challenge.internalInfo,
    extl_auth_fctr: challenge.externalFactor,
    extl_auth_info: challenge.externalInfo,
  };
  return { door: 'national', infno: '1903', mdtrtarea, insuplc: placeOf(issu_admdvs), input: { data } };
};

const decide = (
  { challenge, issu_admdvs }: Begun,
  { institution: { fixmedins_code, admdvs }, now, seq }: HospitalContext,
  reply: Authenticated | undefined,
): [Output, Write[]] => {
  const answer: CardAnswer = reply
    ? { internal: reply.data.intl_auth_data, external: reply.data.extl_auth_data }
    : authenticationData(challenge);
  const auth_sn = `${placeOf(admdvs)}${stamp14(now)}${String(seq).padStart(10, '0')}`;
  const reading: CardReading = { auth_sn, fixmedins_code, issu_admdvs, challenge, answer, at: now, over: false };
  return [
    { data: { auth_sn, intl_auth_data: answer.internal, extl_auth_data: answer.external } },
    [{ kind: 'card-reading.put', reading }],
  ];
};

/** What the first step asks and answers. */
export const authenticate = { ask, decide };
