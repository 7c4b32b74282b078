import { join } from 'node:path';
import { must } from '../../../kernel/assert.ts';
import type { PolicyIndex } from '../../../rules/policy/load-policies.ts';
import type { Insutype } from '../../../rules/policy/parameters.ts';
import { printProblem } from '../../../rules/policy/problem.ts';
import { projectRoot } from '../../project-root.ts';
import { placeFolders, type PlaceFolder } from './place-folders.ts';
import { readPlace } from './read-place.ts';

/** Where they are in the package. */
export const SHIPPED = 'seeds/policies';
export const shippedRoot = (): string => join(projectRoot(), SHIPPED);

/** The places whose policies ship with the sandbox. */
export const shippedFolders = (): readonly PlaceFolder[] => {
  const found = placeFolders(shippedRoot(), SHIPPED);
  must(found.ok, found.ok ? '' : found.error.map(printProblem).join('\n'));
  return found.value;
};

/** The policies of a shipped place, or of one insurance of it; a broken one is a defect, the tests read them all. */
export const readShipped = (folder: PlaceFolder, insutype?: Insutype): PolicyIndex => {
  const read = readPlace(folder, insutype);
  must(read.ok, read.ok ? '' : `policies of ${folder.shown}:\n${read.error.map(printProblem).join('\n')}`);
  return read.value;
};
