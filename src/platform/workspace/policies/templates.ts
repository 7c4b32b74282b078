import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provinceOf, type Admdvs } from '../../../kernel/admdvs.ts';
import { must } from '../../../kernel/assert.ts';
import type { Result } from '../../../kernel/result.ts';
import { isOfInsurance } from '../../../rules/policy/load-place.ts';
import type { NamedText, PolicyIndex } from '../../../rules/policy/load-policies.ts';
import type { Insutype } from '../../../rules/policy/parameters.ts';
import { printProblem, type Problem } from '../../../rules/policy/problem.ts';
import { loadProvinces, templateFor, type ProvinceFigures } from '../../../rules/policy/province-template.ts';
import { projectRoot } from '../../project-root.ts';

/** Where they are in the package. */
export const TEMPLATES = 'seeds/templates';
const PROVINCES = 'provinces.yaml';

/**
 * Where a place has no folder, its province's template stands in; nothing does where the province has no figures. The
 * templates are read at their first use.
 */
export const provinceTemplates = (): ((place: Admdvs, insutype?: Insutype) => PolicyIndex) => {
  let read: { templates: NamedText[]; figures: Readonly<Record<Admdvs, ProvinceFigures>> } | undefined;
  return (place, insutype) => {
    if (read === undefined) {
      const texts = templateTexts();
      const table = texts.find(({ name }) => name.endsWith(PROVINCES));
      must(table, `no ${PROVINCES} among the templates`);
      const figures = loaded(PROVINCES, loadProvinces(table.name, table.text));
      read = { templates: texts.filter((text) => text !== table), figures };
    }
    if (!(provinceOf(place) in read.figures)) return new Map<string, never>();
    const templates = read.templates.filter(({ name }) => insutype === undefined || isOfInsurance(name, insutype));
    return loaded(`the template for ${place}`, templateFor(place, templates, read.figures));
  };
};

const templateTexts = (): NamedText[] => {
  const folder = join(projectRoot(), TEMPLATES);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name: `${TEMPLATES}/${name}`, text: readFileSync(join(folder, name), 'utf8') }));
};

const loaded = <T>(what: string, result: Result<T, Problem[]>): T => {
  must(result.ok, result.ok ? '' : `${what}:\n${result.error.map(printProblem).join('\n')}`);
  return result.value;
};
