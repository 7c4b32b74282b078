import { statSync } from 'node:fs';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { printProblem, readOwnPlaces, type OwnPlace } from '../../sandbox.ts';
import { misuse, type Failure } from '../server/failure.ts';

/** A folder that the command line names, or that there is none. */
export const namedFolder = (path: string): Result<string, Failure> =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ? ok(path) : fail(misuse(`没有文件夹 ${path}`));

/** The places of `--policies DIR`, or every problem of its files; none where the option is not there. */
export const ownPlaces = (path: string | undefined): Result<readonly OwnPlace[], Failure> => {
  if (path === undefined) return ok([]);
  const folder = namedFolder(path);
  if (!folder.ok) return folder;
  const read = readOwnPlaces(path);
  if (read.ok) return read;
  return fail(misuse(['政策文件有错，没有载入：', ...read.error.map(printProblem)].join('\n')));
};
