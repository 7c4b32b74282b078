import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../kernel/assert.ts';
import { placeOf, type Admdvs } from '../../kernel/admdvs.ts';
import type { Result } from '../../kernel/result.ts';
import { findParameters, type PolicyAnswer, type PolicyQuery } from '../../rules/policy/find-parameters.ts';
import { loadDiseases } from '../../rules/policy/load-diseases.ts';
import { loadPaymentScopes } from '../../rules/policy/load-payment-scopes.ts';
import { loadPolicies, type PolicyIndex } from '../../rules/policy/load-policies.ts';
import { printProblem, type Problem } from '../../rules/policy/problem.ts';
import type { Library } from '../domain/library.ts';
import { codeList, parentOf } from '../wire/dictionary.ts';
import { projectRoot } from '../project-root.ts';

/** How many policy snapshots are kept: place × insurance × benefit × day. */
const KEPT = 2_000;

/** The library of the seeds: the policies of a place are read at its first use, then kept. */
export const seedLibrary = (): Library => {
  const root = join(projectRoot(), 'seeds');
  const folders = new Map(readdirSync(join(root, 'policies')).map((name) => [name.slice(0, 6), name]));
  const indexes = new Map<Admdvs, PolicyIndex>();
  const answers = new Map<string, PolicyAnswer>();

  const indexOf = (place: Admdvs): PolicyIndex => {
    const known = indexes.get(place);
    if (known) return known;
    const folder = folders.get(place);
    const index = folder === undefined ? new Map<string, never>() : readPolicies(join(root, 'policies'), folder);
    indexes.set(place, index);
    return index;
  };

  const benefit = (query: PolicyQuery): PolicyAnswer => {
    const place = placeOf(query.place);
    const key = `${place}/${query.insutype}/${query.benefit}/${query.date}`;
    const known = answers.get(key);
    if (known) return known;
    const answer = findParameters(indexOf(place), query);
    if (answers.size >= KEPT) answers.clear();
    answers.set(key, answer);
    return answer;
  };

  return {
    benefit,
    diseases: readList(root, 'cross-province.yaml', loadDiseases),
    paymentScopes: readList(root, 'payment-scope.yaml', loadPaymentScopes),
    dictionary,
  };
};

const readPolicies = (root: string, folder: string): PolicyIndex => {
  const names = readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const files = names.map((name) => ({
    name: `seeds/policies/${folder}/${name}`,
    text: readFileSync(join(root, folder, name), 'utf8'),
  }));
  const loaded = loadPolicies(files);
  must(loaded.ok, loaded.ok ? '' : `policies of ${folder}:\n${loaded.error.map(printProblem).join('\n')}`);
  return loaded.value;
};

const readList = <T>(root: string, name: string, load: (file: string, text: string) => Result<T, Problem[]>): T => {
  const loaded = load(`seeds/diseases/${name}`, readFileSync(join(root, 'diseases', name), 'utf8'));
  must(loaded.ok, loaded.ok ? '' : loaded.error.map(printProblem).join('\n'));
  return loaded.value;
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
