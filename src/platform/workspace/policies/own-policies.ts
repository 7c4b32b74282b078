import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { PolicyIndex } from '../../../rules/policy/load-policies.ts';
import type { Problem } from '../../../rules/policy/problem.ts';
import { placeFolders, type PlaceFolder } from './place-folders.ts';
import { readPlace } from './read-place.ts';

/** A place that the user brought, read and sound. It stands before a shipped place of the same code. */
export type OwnPlace = PlaceFolder & { readonly policies: PolicyIndex };

/** Reads all places of a user's folder. They are all read before anything is refused. */
export const readOwnPlaces = (path: string): Result<readonly OwnPlace[], Problem[]> => {
  const folders = placeFolders(path);
  if (!folders.ok) return folders;
  const read = folders.value.map((folder) => ({ folder, place: readPlace(folder) }));
  const problems = read.flatMap(({ place }) => (place.ok ? [] : place.error));
  if (problems.length > 0) return fail(problems);
  return ok(read.flatMap(({ folder, place }) => (place.ok ? [{ ...folder, policies: place.value }] : [])));
};
