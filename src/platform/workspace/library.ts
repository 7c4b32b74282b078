import { placeOf, type Admdvs } from '../../kernel/admdvs.ts';
import { findParameters, type PolicyAnswer, type PolicyQuery } from '../../rules/policy/find-parameters.ts';
import type { PolicyIndex } from '../../rules/policy/load-policies.ts';
import type { Insutype } from '../../rules/policy/parameters.ts';
import type { Library } from '../domain/library.ts';
import { codeList, parentOf } from '../wire/dictionary.ts';
import type { OwnPlace } from './policies/own-policies.ts';
import { readShipped, shippedFolders } from './policies/shipped.ts';
import { provinceTemplates } from './policies/templates.ts';
import { seedDiseases, seedPaymentScopes } from './seed-diseases.ts';

/** How many policy snapshots are kept: place × insurance × benefit × day. */
const KEPT = 2_000;

/**
 * The library of the seeds, with a user's own places before the shipped ones. The policies of a shipped place are read
 * at its first use, insurance by insurance, then kept.
 */
export const seedLibrary = (own: readonly OwnPlace[] = []): Library => {
  const folders = new Map(shippedFolders().map((folder) => [folder.place, folder]));
  const ownIndexes = new Map(own.map(({ place, policies }) => [place, policies]));
  const indexes = new Map<string, PolicyIndex>();
  const template = provinceTemplates();
  const answers = new Map<string, PolicyAnswer>();

  const indexOf = (place: Admdvs, insutype: Insutype): PolicyIndex => {
    const known = ownIndexes.get(place) ?? indexes.get(place + insutype);
    if (known) return known;
    const folder = folders.get(place);
    const index = folder === undefined ? template(place, insutype) : readShipped(folder, insutype);
    indexes.set(place + insutype, index);
    return index;
  };

  const benefit = (query: PolicyQuery): PolicyAnswer => {
    const place = placeOf(query.place);
    const key = `${place}/${query.insutype}/${query.benefit}/${query.date}`;
    const known = answers.get(key);
    if (known) return known;
    const answer = findParameters(indexOf(place, query.insutype), query);
    if (answers.size >= KEPT) answers.clear();
    answers.set(key, answer);
    return answer;
  };

  const places = [...new Set([...ownIndexes.keys(), ...folders.keys()])].sort();
  return { benefit, diseases: seedDiseases(), paymentScopes: seedPaymentScopes(), places, dictionary };
};

const dictionary: Library['dictionary'] = (type) => {
  const list = codeList(type);
  return (
    list &&
    [...list.codes].map(([value, label]) => {
      const parent = parentOf(list, value);
      return { value, label, ...(parent !== undefined && { parent }) };
    })
  );
};
