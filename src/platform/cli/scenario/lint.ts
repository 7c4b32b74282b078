import { printProblem, type Problem } from '../../features/scenario/problem.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { failed } from '../server/failure.ts';
import { json } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';
import { filesAt, libraryWith } from './find.ts';
import { unknownCodes } from './unknown-codes.ts';

/** `kuasheng scenario lint [PATH…]`: checks scenario files, the shipped ones unless others are named. */
export const lintScenarios = (
  terminal: Terminal,
  paths: readonly string[],
  options: { readonly json?: true },
): ExitCode => {
  const own = filesAt(paths);
  if (!own.ok) return failed(terminal, own.error);
  const { scenarios, problems: faults } = libraryWith(own.value);
  const problems = [...faults, ...scenarios.flatMap(unknownCodes)];
  terminal.out(options.json ? json({ scenarios: scenarios.length, problems }) : inWords(scenarios.length, problems));
  return problems.length === 0 ? EXIT.ok : EXIT.refused;
};

const inWords = (count: number, problems: readonly Problem[]): string =>
  problems.length === 0
    ? `${count} 个场景，没有问题`
    : [...problems.map(printProblem), `共 ${problems.length} 处问题`].join('\n');
