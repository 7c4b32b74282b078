/**
 * Refusals that the script calls 系统报错 (附件2 row 15): the answer says nothing of the business, or the outcome is unknown.
 * The last four are of places that a province's own system answers.
 */
const SYSTEM_ERRORS: ReadonlySet<string> = new Set([
  'platform-error',
  'insured-place-silent',
  'query-silent',
  'insured-answer-invalid',
  'insured-place-unreached',
  'insured-place-reversed',
  'maintenance-begun',
]);

/** True for a refusal that interrupts a run of the full chain. */
export const isSystemError = (refusal: string | undefined): boolean =>
  refusal !== undefined && SYSTEM_ERRORS.has(refusal);
