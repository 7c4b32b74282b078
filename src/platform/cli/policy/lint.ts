import { fail, ok, type Result } from '../../../kernel/result.ts';
import { lintPolicies, lintShipped, printProblem, type Lint } from '../../sandbox.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { failed, type Failure } from '../server/failure.ts';
import { json } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';
import { namedFolder } from './own-places.ts';

export type LintOptions = { readonly json?: true };

/** `kuasheng policy lint [DIR…]`: the shipped policies and those of the folders, every problem with file and line. */
export const lintFolders = (terminal: Terminal, folders: readonly string[], options: LintOptions): ExitCode => {
  const linted = lintAll(folders);
  if (!linted.ok) return failed(terminal, linted.error);
  const lint = linted.value;
  const { problems, files, places } = lint;
  if (options.json) terminal.out(json(lint));
  else if (problems.length === 0) terminal.out(`${places} 个地方 ${files} 个文件，没有问题。`);
  else terminal.err([...problems.map(printProblem), `共 ${problems.length} 个问题。`].join('\n'));
  return problems.length === 0 ? EXIT.ok : EXIT.refused;
};

const lintAll = (folders: readonly string[]): Result<Lint, Failure> => {
  const lints = [lintShipped()];
  for (const path of folders) {
    const folder = namedFolder(path);
    if (!folder.ok) return fail(folder.error);
    lints.push(lintPolicies(path));
  }
  return ok({
    places: lints.reduce((count, { places }) => count + places, 0),
    files: lints.reduce((count, { files }) => count + files, 0),
    problems: lints.flatMap(({ problems }) => problems),
  });
};
