import fc from 'fast-check';
import { expect } from 'vitest';
import { byEngine, byReference } from './both.ts';
import { visitsOver } from './visits.ts';
import type { World } from './worlds.ts';

/** Settles so many random visits twice: every share and every movement of a sum must be the same to the 分. */
export const expectAgreement = (world: World, numRuns: number): void => {
  fc.assert(
    fc.property(visitsOver(world.files), (visit) => {
      expect(byEngine(world, visit)).toEqual(byReference(world, visit));
    }),
    { numRuns },
  );
};
