import type { RefusalName } from './refusals.ts';

/** What the insured place may say to a claim, on trial or for good. */
export const SETTLE_REFUSALS: readonly RefusalName[] = [
  'registration-unknown', 'visit-number-used', 'visit-number-spent', 'disease-mixed', 'amount-out-of-range',
  'line-too-large', 'sums-disagree', 'person-unknown', 'insurance-unknown', 'insurance-not-begun',
  'insurance-suspended', 'insurance-terminated', 'filing-missing', 'filing-expired', 'filing-not-begun',
  'filing-elsewhere', 'filing-other-institution', 'disease-required', 'disease-local-only', 'entitlement-missing',
  'entitlement-expired', 'institution-not-chosen', 'med-type-unsupported', 'policy-missing', 'insutype-unsupported',
]; // prettier-ignore
