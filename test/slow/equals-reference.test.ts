import { it } from 'vitest';
import { expectAgreement } from '../rules/reference/expect-agreement.ts';
import { worldOf } from '../rules/reference/worlds.ts';
import { seedPolicyFiles } from '../rules/seed-policies.ts';

it('pays what the slow reference pays, claim by claim, over all places of the seeds', () => {
  expectAgreement(worldOf(seedPolicyFiles()), 20_000);
});
