import { it } from 'vitest';
import { expectAgreement, expectAgreementAnywhere } from '../rules/reference/expect-agreement.ts';
import { seedPolicyFiles } from '../rules/seed-policies.ts';

it('pays what the slow reference pays for 20,000 visits over all places of the seeds', () => {
  expectAgreement(seedPolicyFiles(), 20_000);
});

it('pays what the slow reference pays for 20,000 visits in places that do not exist', () => {
  expectAgreementAnywhere(200, 100);
});
