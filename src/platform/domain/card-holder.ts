import { placeOf, type Admdvs } from '../../kernel/admdvs.ts';
import type { Party } from './party.ts';
import type { Person } from './person.ts';
import { isRefusal, refuse, type Refusal, type RefusalName } from './refusals.ts';

/** What was read from a card 社会保障卡. */
export type ReadCard = {
  readonly issu_admdvs?: string | undefined;
  readonly card_sn: string;
  readonly ssn: string;
  readonly psn_name: string;
};

export const CARD_CHECK_REFUSALS: readonly RefusalName[] = [
  'card-unknown', 'card-mismatch', 'card-area-mismatch', 'credential-of-another', 'person-unknown',
]; // prettier-ignore

/** Whose card it is and where that person is insured, if everything that was read is one card's and one person's. */
export const insuredPlaceOfCard = (
  person: Person | undefined,
  read: ReadCard,
  by: Party,
): { readonly psn_no: string; readonly insuplc: Admdvs } | Refusal => {
  const holder = holderOf(person, read, by);
  if (isRefusal(holder)) return holder;
  const insurance = holder.insurances.find((row) => row.psn_insu_stas === '1') ?? holder.insurances[0];
  if (!insurance) return refuse(by, 'person-unknown');
  return { psn_no: holder.psn_no, insuplc: placeOf(insurance.insuplc_admdvs) };
};

/** The person of the card, if everything that was read is that person's and that card's. */
const holderOf = (person: Person | undefined, read: ReadCard, by: Party): Person | Refusal => {
  const { issu_admdvs, card_sn, ssn, psn_name } = read;
  if (!person) return refuse(by, 'card-unknown');
  if (person.card?.card_sn !== card_sn) return refuse(by, 'card-mismatch');
  const area = card_sn.slice(0, 6);
  if (issu_admdvs !== undefined && issu_admdvs !== area) return refuse(by, 'card-area-mismatch', issu_admdvs, area);
  const same = person.certno === ssn.toUpperCase() && person.psn_name === psn_name;
  return same ? person : refuse(by, 'credential-of-another');
};
