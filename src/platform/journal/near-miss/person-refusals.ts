import { placeName } from '../../../kernel/admdvs.ts';
import { closest } from '../../../kernel/edit-distance.ts';
import type { Person } from '../../domain/person.ts';
import type { RefusalName } from '../../domain/refusals.ts';
import { miss, said, type Facts, type NearMiss } from './facts.ts';
import type { Finder } from './message-refusals.ts';

/** The numbers that a person bears, by the field that names them. */
const NUMBERS: Readonly<Record<string, (person: Person) => string | undefined>> = {
  psn_no: ({ psn_no }) => psn_no,
  certno: ({ certno }) => certno,
  mdtrt_cert_no: ({ card, certno }) => card?.card_no ?? certno,
  card_sn: ({ card }) => card?.card_sn,
  ec_token: ({ ec_token }) => ec_token,
};

const near = (facts: Facts, code: string, number: (person: Person) => string | undefined): NearMiss[] => {
  const came = said(facts, code);
  const known = new Map(facts.reader.personas().map((person) => [number(person) ?? '', person.psn_name]));
  known.delete('');
  const found = closest(came, known.keys()).filter((value) => value !== came);
  const named = found.map((value) => `${value} ${known.get(value) ?? ''}`);
  return came === '' || named.length === 0 ? [] : [miss(facts, code, '演示人员或虚拟人群的号码', named)];
};

/** Every number of the message that is nearly a persona's. */
const numbers: Finder = (facts) => Object.entries(NUMBERS).flatMap(([code, number]) => near(facts, code, number));

const personOf = ({ reader, ...facts }: Facts): Person | undefined =>
  reader.person(said({ reader, ...facts }, 'psn_no')) ??
  reader.personByCertificate(said({ reader, ...facts }, 'certno')) ??
  reader.personByCard(said({ reader, ...facts }, 'mdtrt_cert_no'));

const card: Finder = (facts) => {
  const person = facts.reader.personByCard(said(facts, 'mdtrt_cert_no'));
  return person?.card ? [miss(facts, 'card_sn', '与卡号配套的卡识别码', [person.card.card_sn])] : [];
};

const place: Finder = (facts) => {
  const places = [...new Set((personOf(facts)?.insurances ?? []).map((row) => row.insuplc_admdvs))];
  const shown = places.map((code) => `${code} ${placeName(code)}`);
  return [miss(facts, 'insuplc_admdvs', '该人员的参保地（统筹区），本地业务为空', shown)];
};

const insurance: Finder = (facts) => {
  const types = (personOf(facts)?.insurances ?? []).map(({ insutype }) => insutype);
  return types.length === 0 ? [] : [miss(facts, 'insutype', '该人员参加的险种', types)];
};

/** The diseases that the person is recognised for. */
const diseases: Finder = (facts) => {
  const rows = facts.reader.qualifications(personOf(facts)?.psn_no ?? '');
  const shown = rows.map(
    (row) => `${row.opsp_dise_code ?? row.local_dise_code ?? ''} ${row.begndate} 至 ${row.enddate ?? '长期'}`,
  );
  return [miss(facts, 'dise_codg', '该人员已认定且在有效期内的病种', shown)];
};

export const PERSON_REFUSALS: { readonly [N in RefusalName]?: Finder } = {
  'person-unknown': numbers,
  'card-unknown': numbers,
  'token-unknown': numbers,
  'credential-of-another': numbers,
  'card-mismatch': card,
  'place-required': place,
  'place-mismatch': place,
  'person-not-insured-here': place,
  'insurance-unknown': insurance,
  'entitlement-missing': diseases,
  'entitlement-expired': diseases,
};
