import type { Problem } from '../../../rules/policy/problem.ts';
import { placeFolders } from './place-folders.ts';
import { policyFiles, readPlace } from './read-place.ts';
import { SHIPPED, shippedRoot } from './shipped.ts';

/** What came of reading folders of policies. */
export type Lint = { readonly places: number; readonly files: number; readonly problems: readonly Problem[] };

/** Reads every policy file below a folder and says all that is wrong. `shown` is how the problems name the folder. */
export const lintPolicies = (path: string, shown = path): Lint => {
  const found = placeFolders(path, shown);
  if (!found.ok) return { places: 0, files: 0, problems: found.error };
  const problems = found.value.flatMap((folder) => {
    const read = readPlace(folder);
    return read.ok ? [] : read.error;
  });
  const files = found.value.reduce((count, folder) => count + policyFiles(folder).length, 0);
  return { places: found.value.length, files, problems };
};

/** The same for the policies that ship with the sandbox. */
export const lintShipped = (): Lint => lintPolicies(shippedRoot(), SHIPPED);
