import type { Check, Tree } from './tree.ts';

const ROOT = 'src/platform/transactions/';
const CATALOGUE = `${ROOT}catalogue.ts`;
const FOLDER_NAME = /^[\dA-Za-z.]+-[a-z][a-z\d]*(-[a-z\d]+)*$/;

/** `hospital/2207-outpatient-settle` for every folder below a door. */
const foldersOf = (tree: Tree): string[] => [
  ...new Set(
    [...tree.keys()]
      .filter((path) => path.startsWith(ROOT))
      .map((path) => path.slice(ROOT.length).split('/'))
      .filter((parts) => parts.length > 2)
      .map(([door, folder]) => `${door}/${folder}`),
  ),
];

const listedIn = (catalogue: string): string[] =>
  [...catalogue.matchAll(/'\.\/([^']+)\/definition\.ts'/g)].map(([, folder]) => folder ?? '');

/** Every transaction folder is named `<infno>-<slug>`, has a definition, and stands once in the catalogue. */
export const transactionFolders: Check = (tree) => {
  const folders = foldersOf(tree);
  const listed = listedIn(tree.get(CATALOGUE) ?? '');
  const misnamed = folders.filter((folder) => !FOLDER_NAME.test(folder.split('/')[1] ?? ''));
  const undefinedOnes = folders.filter((folder) => !tree.has(`${ROOT}${folder}/definition.ts`));
  const unlisted = folders.filter((folder) => !listed.includes(folder));
  const absent = listed.filter((folder) => !folders.includes(folder));
  const twice = listed.filter((folder, index) => listed.indexOf(folder) !== index);
  return [
    ...misnamed.map((folder) => `${folder} is not named <infno>-<slug>`),
    ...undefinedOnes.map((folder) => `${folder} has no definition.ts`),
    ...unlisted.map((folder) => `${folder} is not in the catalogue`),
    ...absent.map((folder) => `${folder} is in the catalogue and not there`),
    ...twice.map((folder) => `${folder} is in the catalogue twice`),
  ];
};
