import type { z } from 'zod';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { NamedText } from '../../../rules/policy/load-policies.ts';
import type { Problem } from '../../../rules/policy/problem.ts';
import { catalogueProblems } from './catalogue-problems.ts';
import { baseFile, placeFile, type BaseSeed, type PlaceSeed } from './catalogue-seed.ts';
import { institutionFile, type InstitutionSeed } from './institution-seed.ts';
import { personaFile, type PersonaSeed } from './persona-seed.ts';
import { referenceProblems } from './reference-problems.ts';
import { readSeed, type Located } from './seed-file.ts';

/** What the seed files say. Days are still relative: one load serves any number of workspaces. */
export type Seeds = {
  readonly institutions: readonly InstitutionSeed[];
  readonly base: BaseSeed;
  readonly places: readonly PlaceSeed[];
  readonly personas: readonly PersonaSeed[];
};

/**
 * Reads all seed files, in the order of their names (`seeds/personas/filing.yaml`), or says everything that is wrong
 * with them. The folder says what a file holds; files of other folders are not read.
 */
export const loadSeeds = (files: readonly NamedText[]): Result<Seeds, readonly Problem[]> => {
  const problems: Problem[] = [];
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const all = <T>(folder: RegExp, schema: z.ZodType<T>): Located<T>[] =>
    sorted
      .filter(({ name }) => folder.test(name))
      .flatMap((file) => {
        const read = readSeed(schema, file);
        if (read.ok) return [read.value];
        problems.push(...read.error);
        return [];
      });
  const [base] = all(/\/catalogues\/base\.yaml$/, baseFile);
  const places = all(/\/catalogues\/(?!base\.yaml$)[^/]+\.yaml$/, placeFile);
  const institutions = all(/\/institutions\/[^/]+\.yaml$/, institutionFile);
  const personas = all(/\/personas\/[^/]+\.yaml$/, personaFile);
  if (problems.length > 0) return fail(problems);
  if (base === undefined) return fail([{ file: 'seeds/catalogues/base.yaml', line: 1, message: '没有这个文件' }]);
  const across = [...catalogueProblems(base, places), ...referenceProblems(institutions, personas)];
  if (across.length > 0) return fail(across);
  return ok({
    institutions: institutions.flatMap(({ value }) => value.institutions),
    base: base.value,
    places: places.map(({ value }) => value),
    personas: personas.flatMap(({ value }) => value.personas),
  });
};
