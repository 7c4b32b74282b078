import { placeOf } from '../../../../kernel/admdvs.ts';
import { proofHolds } from '../../../../kernel/card-authentication.ts';
import { accept, decline, type Decision, type HospitalContext, type Question } from '../../../dispatch/definition.ts';
import { insuredPlaceOfCard, type ReadCard } from '../../../domain/card-holder.ts';
import { READING_LIFE, type CardReading } from '../../../domain/card-reading.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { Output as Checked } from '../../../domain/national/1904.gen.ts';
import type { Person } from '../../../domain/person.ts';
import { isRefusal, refuse, type Refusal } from '../../../domain/refusals.ts';
import type { Reader, Write } from '../../../store/port.ts';
import { ofAnotherProvince } from './authenticate.ts';
import { lacking } from './lacking.ts';
import type { Input, Output } from './wire.gen.ts';

/** The second step: what was read from the card, and whether the card itself stands by it. */
export type ReadAgain = {
  readonly step: 'check';
  readonly reading: CardReading;
  readonly read: ReadCard & { readonly card_no: string };
  readonly proven: boolean;
  readonly person: Person | undefined;
};

const NEEDS = ['auth_sn', 'card_no', 'ssn', 'psn_name', 'card_proof'] as const;

type Where = Pick<HospitalContext, 'institution' | 'party' | 'now'>;

export const readAgain = (
  reader: Reader,
  data: Input['data'],
  { institution, party, now }: Where,
): ReadAgain | Refusal => {
  const missing = lacking(data, NEEDS, party);
  if (missing) return missing;
  const { auth_sn = '', card_no = '', ssn = '', psn_name = '', card_proof = '', card_sn } = data;
  const reading = reader.cardReading(auth_sn);
  if (!reading || reading.fixmedins_code !== institution.fixmedins_code) return refuse(party, 'card-reading-unknown');
  if (reading.over || now > reading.at + READING_LIFE) return refuse(party, 'card-reading-over');
  const { challenge, answer, issu_admdvs } = reading;
  return {
    step: 'check',
    reading,
    read: { card_no, card_sn, ssn, psn_name, issu_admdvs },
    proven: challenge.card_sn === card_sn && proofHolds(card_proof, challenge, answer, { card_no, ssn, psn_name }),
    person: reader.personByCard(card_no),
  };
};

/** Nobody is asked about a card that did not prove itself. */
const ask = ({ reading, read, proven }: ReadAgain, institution: Institution): Question | undefined => {
  if (!proven || !ofAnotherProvince(reading.issu_admdvs, institution)) return undefined;
  const mdtrtarea = placeOf(institution.admdvs);
  const insuplc = placeOf(reading.issu_admdvs);
  return { door: 'national', infno: '1904', mdtrtarea, insuplc, input: { data: { mdtrtarea, ...read } } };
};

/** Every answer serves once, whatever becomes of the second step. */
const decide = (
  { reading, read, proven, person }: ReadAgain,
  { party }: HospitalContext,
  reply: Checked | undefined,
): Decision<Output> => {
  const over = spent(reading);
  if (!proven) return decline(refuse(party, 'card-forged'), over);
  const { auth_sn } = reading;
  if (reply) return accept({ data: { auth_sn, insuplc: reply.data.insuplc } }, over);
  const found = insuredPlaceOfCard(person, read, party);
  if (isRefusal(found)) return decline(found, over);
  return accept({ data: { auth_sn, insuplc: found.insuplc } }, over, { subject: { psn_no: found.psn_no } });
};

const spent = (reading: CardReading): Write[] => [{ kind: 'card-reading.put', reading: { ...reading, over: true } }];

/** The national node does not know the card: its no goes on, and the answer is used up. */
const refused = ({ reading }: ReadAgain, refusal: Refusal): Decision<Output> => decline(refusal, spent(reading));

/** What the second step asks and answers. */
export const checkCard = { ask, decide, refused };
