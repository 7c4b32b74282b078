import { it } from 'vitest';
import { expectAgreement, expectAgreementAnywhere } from '../reference/expect-agreement.ts';
import { seedPolicyFiles } from '../seed-policies.ts';

it('pays what the slow reference pays, over all places of the seeds', () => {
  expectAgreement(seedPolicyFiles(), 2_000);
});

it('pays what the slow reference pays, wherever mechanisms meet that no place of the seeds joins', () => {
  expectAgreementAnywhere(20, 50);
});
