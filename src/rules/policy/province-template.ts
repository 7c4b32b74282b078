import { z } from 'zod';
import { placeName, provinceOf, type Admdvs } from '../../kernel/admdvs.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { loadPolicies, type NamedText, type PolicyIndex } from './load-policies.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './read-yaml.ts';
import { picked } from './schema/either.ts';
import { admdvsText, words } from './schema/texts.ts';

/** The figures of a province: texts, or maps of texts, that are put into the templates under their names. */
export type ProvinceFigures = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

const figure = picked<string | Record<string, string>>((raw) =>
  typeof raw === 'object' ? z.record(z.string(), words) : words,
);
const provinces = z.record(admdvsText, z.record(z.string(), figure));

/** Reads the figures of all provinces: one table, one row a province. */
export const loadProvinces = (
  file: string,
  text: string,
): Result<Readonly<Record<Admdvs, ProvinceFigures>>, Problem[]> => readYaml(provinces, file, text);

/** As it stands in the filled template. */
const written = (figure: ProvinceFigures[string]): string => {
  if (typeof figure === 'string') return figure;
  return `{ ${Object.entries(figure)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }`;
};

const PLACEHOLDER = /\$\{([a-z_]+)\}/g;

/** The template with the figures put in, or the names that have none. */
const filled = ({ name, text }: NamedText, figures: ProvinceFigures): NamedText | Problem[] => {
  const problems = [...text.matchAll(PLACEHOLDER)].flatMap(({ 1: key = '', index }): Problem[] =>
    key in figures ? [] : [{ file: name, line: text.slice(0, index).split('\n').length, message: `没有数字 “${key}”` }],
  );
  return problems.length > 0
    ? problems
    : { name, text: text.replace(PLACEHOLDER, (_, key: string) => written(figures[key] ?? '')) };
};

/**
 * The policies of a place of which nothing is known: the illustrative template 示意模板 of its province, never those of a
 * neighbour. Every value of it is illustrative, and every settlement by it says so.
 */
export const templateFor = (
  place: Admdvs,
  templates: readonly NamedText[],
  figures: Readonly<Record<Admdvs, ProvinceFigures>>,
): Result<PolicyIndex, Problem[]> => {
  const ofProvince = figures[provinceOf(place)] ?? {};
  const files = templates.map((template) => filled(template, { ...ofProvince, place, name: placeName(place) }));
  const problems = files.flatMap((file) => (Array.isArray(file) ? file : []));
  return problems.length > 0
    ? fail(problems)
    : loadPolicies(files.flatMap((file) => (Array.isArray(file) ? [] : file)));
};
