import { placeOf, type Admdvs } from '../../../kernel/admdvs.ts';
import { usualInsurance } from '../../domain/applications/usual-insurance.ts';
import { activeInsurance } from '../../domain/eligibility.ts';
import type { Party } from '../../domain/party.ts';
import type { Person } from '../../domain/person.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusals.ts';
import type { Reader } from '../../store/port.ts';
import { personGiven } from './person-given.ts';

/** Who applies at the counter of the insured place, and under which insurance. */
export type InsuredPerson = { readonly person: Person; readonly insuplc: Admdvs; readonly insutype: string };

/** The person as named, insured in force; without a kind of insurance the usual one. */
export const insuredPerson = (reader: Reader, named: string, insutype?: string): InsuredPerson | Refusal => {
  const person = personGiven(reader, named);
  if (!person) return refuse({ role: 'sandbox' }, 'person-unknown');
  const row =
    insutype === undefined ? usualInsurance(person) : person.insurances.find((one) => one.insutype === insutype);
  if (!row) return refuse({ role: 'sandbox' }, 'insurance-unknown', insutype ?? '');
  const insuplc = placeOf(row.insuplc_admdvs);
  const by: Party = { role: 'insured', place: insuplc };
  const active = activeInsurance(person, { insuplc: row.insuplc_admdvs, insutype: row.insutype }, by);
  return isRefusal(active) ? active : { person, insuplc, insutype: row.insutype };
};
