import fc from 'fast-check';
import { expect } from 'vitest';
import type { NamedText } from '../../../src/rules/policy/load-policies.ts';
import { byEngine, byReference } from './both.ts';
import { inventedPlace } from './invented-place.ts';
import { policyOf } from './policy.ts';
import type { Visit } from './visit.ts';
import { visitsOver } from './visits.ts';
import { worldOf, type World } from './worlds.ts';

/**
 * Settles so many random visits under these policies twice, by the engine and by the reference: every share and every
 * movement of a sum must be the same to the 分.
 */
export const expectAgreement = (texts: readonly NamedText[], visits: number): void => {
  const world = worldOf(texts);
  fc.assert(
    fc.property(visitsOver(world.files), (visit) => {
      expect(byEngine(world, visit), policyInWords(world, visit)).toEqual(byReference(world, visit));
    }),
    { numRuns: visits },
  );
};

/** The same over so many places that do not exist, with mechanisms joined as no real place joins them. */
export const expectAgreementAnywhere = (places: number, visits: number): void => {
  for (const texts of fc.sample(inventedPlace, places)) expectAgreement(texts, visits);
};

// prettier-ignore
const PARAMETERS = ['disease_class', 'deductible', 'deductible_factor', 'ratio', 'ratio_bonus', 'offsite', 'year_cap',
  'month_cap', 'several_diseases', 'pool_cap', 'large_expense', 'serious_illness', 'civil_servant',
  'employer_supplement', 'disabled_soldier', 'preferential', 'assistance', 'account'];

/** What the place says about this visit, for whoever reads of a difference. */
const policyInWords = ({ files }: World, visit: Visit): string => {
  const policy = policyOf(files, visit);
  return PARAMETERS.filter((name) => policy(name) !== undefined)
    .map((name) => `${name} ${JSON.stringify(policy(name))}`)
    .join('\n');
};
