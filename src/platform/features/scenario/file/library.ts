import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { closest } from '../../../../kernel/edit-distance.ts';
import type { Problem } from '../problem.ts';
import type { Scenario, Step } from '../scenario.ts';
import { readScenario, type ScenarioFile } from './read-scenario.ts';
import { unknownVariables } from './unknown-variables.ts';

/** Scenarios by name, and what is wrong with files. */
export type Library = { readonly scenarios: readonly Scenario[]; readonly problems: readonly Problem[] };

/** All YAML files of a folder and its subfolders, in the order of their paths. */
export const scenarioFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** Reads scenario files. `as` says how a path is told to the user. The first file of a name counts. */
export const readLibrary = (files: readonly string[], as: (file: string) => string = (file) => file): Library => {
  const read = files.map((file) => readScenario(as(file), readFileSync(file, 'utf8')));
  const problems = read.flatMap((one) => (one.ok ? [] : one.error));
  const named = new Map<string, ScenarioFile>();
  for (const one of read) if (one.ok && !named.has(one.value.name)) named.set(one.value.name, one.value);
  const doubles = read.flatMap((one) =>
    one.ok && named.get(one.value.name) !== one.value
      ? [
          {
            file: one.value.file,
            line: 1,
            message: `场景 ${one.value.name} 已在 ${named.get(one.value.name)?.file ?? ''}`,
          },
        ]
      : [],
  );
  const unfolded = [...named.values()].map((file) => withUsed(file, named));
  return {
    scenarios: unfolded.flatMap((one) => (one.ok ? [one.value] : [])),
    problems: [...problems, ...doubles, ...unfolded.flatMap((one) => (one.ok ? [] : one.error))],
  };
};

type Named = ReadonlyMap<string, ScenarioFile>;

/** A scenario with the steps of the others in place of `use`. */
const withUsed = (file: ScenarioFile, named: Named): Result<Scenario, readonly Problem[]> => {
  const steps = stepsOf(file, named, []);
  if (!steps.ok) return steps;
  const scenario = { ...file, steps: steps.value };
  const unknown = unknownVariables(scenario);
  return unknown.length > 0 ? fail(unknown) : ok(scenario);
};

const stepsOf = (
  file: ScenarioFile,
  named: Named,
  above: readonly string[],
): Result<readonly Step[], readonly Problem[]> => {
  const steps: Step[] = [];
  const problems: Problem[] = [];
  for (const step of file.steps) {
    if (step.kind !== 'use') steps.push(step);
    else {
      const used = usedBy(file, step, named, [...above, file.name]);
      if (used.ok) steps.push(...used.value);
      else problems.push(...used.error);
    }
  }
  return problems.length > 0 ? fail(problems) : ok(steps);
};

type Use = Extract<Step, { kind: 'use' }>;

const usedBy = (file: ScenarioFile, { form: { use }, line }: Use, named: Named, above: readonly string[]) => {
  const used = named.get(use);
  const problem = (message: string) => fail([{ file: file.file, line, message }]);
  if (above.includes(use)) return problem(`use 写的是 “${use}”，转了一圈又用到自己`);
  if (used) return stepsOf(used, named, above);
  const [near] = closest(use, named.keys(), 1);
  return problem(`use 写的是 “${use}”，没有这个场景${near === undefined ? '' : `，是不是 ${near}？`}`);
};
