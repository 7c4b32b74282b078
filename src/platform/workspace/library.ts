import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../kernel/assert.ts';
import { placeOf, type Admdvs } from '../../kernel/admdvs.ts';
import type { Result } from '../../kernel/result.ts';
import { findParameters, type PolicyAnswer, type PolicyQuery } from '../../rules/policy/find-parameters.ts';
import { loadDiseases } from '../../rules/policy/load-diseases.ts';
import { loadPolicies, type NamedText, type PolicyIndex } from '../../rules/policy/load-policies.ts';
import { printProblem, type Problem } from '../../rules/policy/problem.ts';
import { loadProvinces, templateFor, type ProvinceFigures } from '../../rules/policy/province-template.ts';
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
  const template = provinceTemplates(root);
  const answers = new Map<string, PolicyAnswer>();

  const indexOf = (place: Admdvs): PolicyIndex => {
    const known = indexes.get(place);
    if (known) return known;
    const folder = folders.get(place);
    const index = folder === undefined ? template(place) : readPolicies(join(root, 'policies'), folder);
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

  return { benefit, diseases: readDiseases(root), dictionary };
};

const readPolicies = (root: string, folder: string): PolicyIndex =>
  loaded(folder, loadPolicies(textsOf(join(root, folder), `seeds/policies/${folder}`)));

/** Where a place has no folder, its province's template stands in. The templates are read at their first use. */
const provinceTemplates = (root: string): ((place: Admdvs) => PolicyIndex) => {
  let read: { templates: NamedText[]; figures: Readonly<Record<Admdvs, ProvinceFigures>> } | undefined;
  return (place) => {
    if (read === undefined) {
      const texts = textsOf(join(root, 'templates'), 'seeds/templates');
      const table = texts.find(({ name }) => name.endsWith(PROVINCES));
      must(table, `no ${PROVINCES} among the templates`);
      const figures = loaded(PROVINCES, loadProvinces(table.name, table.text));
      read = { templates: texts.filter((text) => text !== table), figures };
    }
    return loaded(`the template for ${place}`, templateFor(place, read.templates, read.figures));
  };
};

const PROVINCES = 'provinces.yaml';

const textsOf = (folder: string, shown: string): NamedText[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name: `${shown}/${name}`, text: readFileSync(join(folder, name), 'utf8') }));

const loaded = <T>(what: string, result: Result<T, Problem[]>): T => {
  must(result.ok, result.ok ? '' : `${what}:\n${result.error.map(printProblem).join('\n')}`);
  return result.value;
};

const readDiseases = (root: string): Library['diseases'] => {
  const name = join('diseases', 'cross-province.yaml');
  return loaded(name, loadDiseases(`seeds/${name}`, readFileSync(join(root, name), 'utf8')));
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
