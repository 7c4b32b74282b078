import { it } from 'vitest';
import { expectAgreement } from '../reference/expect-agreement.ts';
import { worldOf } from '../reference/worlds.ts';
import { seedPolicyFiles } from '../seed-policies.ts';

it('pays what the slow reference pays, over all places of the seeds', () => {
  expectAgreement(worldOf(seedPolicyFiles()), 2_000);
});
