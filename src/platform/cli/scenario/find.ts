import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { closest } from '../../../kernel/edit-distance.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { readLibrary, scenarioFiles, type Library } from '../../features/scenario/file/library.ts';
import { printProblem } from '../../features/scenario/problem.ts';
import { needsHis, type Scenario } from '../../features/scenario/scenario.ts';
import { projectRoot } from '../../project-root.ts';
import { misuse, refusal, type Failure } from '../server/failure.ts';

/** What the user asks for. */
export type Wanted = {
  /** Names, or YAML files of the user's own. */
  readonly names: readonly string[];
  readonly all?: true;
  readonly group?: string;
};

const SHIPPED = 'scenarios';

/** Paths as the user sees them: below where the command was called, else whole. */
const shown = (file: string): string => {
  const near = relative(process.cwd(), file);
  return near.startsWith('..') ? file : near;
};

/** The files that paths name: a file itself, all of a folder. */
export const filesAt = (paths: readonly string[]): Result<readonly string[], Failure> => {
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) return fail(misuse(`没有文件或文件夹 ${missing}`));
  return ok(paths.flatMap((path) => (statSync(path).isDirectory() ? scenarioFiles(path) : [resolve(path)])));
};

/** The user's own files, and the shipped ones, which they may use. */
export const libraryWith = (own: readonly string[]): Library => {
  const shipped = scenarioFiles(join(projectRoot(), SHIPPED));
  return readLibrary([...new Set([...own.map((file) => resolve(file)), ...shipped])], shown);
};

const isFile = (name: string): boolean => /\.ya?ml$/.test(name);

/** The scenarios that are asked for. Files with faults are told, and then nothing is played. */
export const findScenarios = ({ names, all, group }: Wanted): Result<readonly Scenario[], Failure> => {
  if (names.length === 0 && !all && group === undefined) {
    return fail(misuse('请写场景名、文件，或 --all、--group；全部场景见 kuasheng scenario list'));
  }
  const own = filesAt(names.filter(isFile));
  if (!own.ok) return own;
  const { scenarios, problems } = libraryWith(own.value);
  if (problems.length > 0) return fail(refusal(problems.map(printProblem).join('\n')));
  const files = new Set(own.value.map(shown));
  const asked = new Set(names.filter((name) => !isFile(name)));
  const unknown = [...asked].find((name) => scenarios.every((one) => one.name !== name));
  if (unknown !== undefined) return fail(misuse(unknownName(unknown, scenarios)));
  return ok(scenarios.filter((one) => asked.has(one.name) || files.has(one.file) || isAmong(one, { all, group })));
};

/** Without a HIS nobody plays those that wait for one. */
const isAmong = (
  scenario: Scenario,
  { all, group }: { readonly all?: true | undefined; readonly group?: string | undefined },
) => (all === true || group !== undefined) && (group === undefined || scenario.group === group) && !needsHis(scenario);

const unknownName = (name: string, scenarios: readonly Scenario[]): string => {
  const near = closest(
    name,
    scenarios.map((one) => one.name),
    1,
  )[0];
  return `没有场景 ${name}${near === undefined ? '' : `，是不是 ${near}？`}全部场景见 kuasheng scenario list`;
};
