import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isAdmdvs, placeName, placeOf, type Admdvs } from '../../../kernel/admdvs.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../../rules/policy/problem.ts';

/** The folder that holds the policy files of a place: `610100-xian`. */
export type PlaceFolder = {
  readonly place: Admdvs;
  /** Behind the code: `xian`. */
  readonly slug: string;
  readonly path: string;
  /** How problems and explanations name it: `seeds/policies/610100-xian`. */
  readonly shown: string;
};

const FORM = '文件夹名应为 六位医保区划-名称，如 440300-shenzhen';

/**
 * The places in a folder of policies, by code; a folder that is itself named like a place is the only one. Plain files
 * such as a README may lie beside them.
 */
export const placeFolders = (path: string, shown = path): Result<readonly PlaceFolder[], Problem[]> => {
  const found = /^\d{6}-/.test(basename(path)) ? [{ path, shown }] : subfolders(path, shown);
  if (found.length === 0) return fail([{ file: shown, line: 1, message: `里面没有地方的文件夹；${FORM}` }]);
  const folders = found.map(placeFolder);
  const problems = folders.flatMap((folder, index) => problemOf(folder, folders.slice(0, index)) ?? []);
  return problems.length > 0 ? fail(problems) : ok(folders);
};

type Found = Pick<PlaceFolder, 'path' | 'shown'>;

const subfolders = (path: string, shown: string): Found[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => ({ path: join(path, name), shown: `${shown.replace(/[/\\]+$/, '')}/${name}` }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

const placeFolder = ({ path, shown }: Found): PlaceFolder => {
  const [, place = '', slug = ''] = /^(\d{6})-(.+)$/.exec(basename(path)) ?? [];
  return { place, slug, path, shown };
};

const problemOf = ({ place, shown }: PlaceFolder, before: readonly PlaceFolder[]): Problem | undefined => {
  const twin = before.find((folder) => folder.place === place);
  const at = (message: string): Problem => ({ file: shown, line: 1, message });
  if (!isAdmdvs(place)) return at(FORM);
  if (placeOf(place) !== place) return at(`${place} 不是统筹区，应为 ${placeOf(place)}（${placeName(place)}）`);
  return twin && at(`与 ${twin.shown} 是同一统筹区`);
};
