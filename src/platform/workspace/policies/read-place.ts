import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, type Result } from '../../../kernel/result.ts';
import { isOfInsurance, loadPlace } from '../../../rules/policy/load-place.ts';
import type { PolicyIndex } from '../../../rules/policy/load-policies.ts';
import type { Insutype } from '../../../rules/policy/parameters.ts';
import type { Problem } from '../../../rules/policy/problem.ts';
import type { PlaceFolder } from './place-folders.ts';

/** The names of the YAML files of a place, sorted. */
export const policyFiles = ({ path }: PlaceFolder): string[] =>
  readdirSync(path)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort();

/** Reads the policies of a place, or of one insurance of it; or everything that is wrong with the files. */
export const readPlace = (folder: PlaceFolder, insutype?: Insutype): Result<PolicyIndex, Problem[]> => {
  const names = policyFiles(folder).filter((name) => insutype === undefined || isOfInsurance(name, insutype));
  if (names.length === 0) return fail([{ file: folder.shown, line: 1, message: '没有政策文件（.yaml）' }]);
  return loadPlace(
    folder.place,
    names.map((name) => ({ name: `${folder.shown}/${name}`, text: readFileSync(join(folder.path, name), 'utf8') })),
  );
};
