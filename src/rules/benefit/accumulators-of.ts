import { distinct, type Accumulator } from '../ledger/accumulator.ts';
import type { BenefitParameters } from '../policy/parameters.ts';
import { visitFacts } from './facts.ts';
import type { Visit } from './request.ts';
import { STEPS } from './steps.ts';

/**
 * Every accumulator that settling this visit could ask for, whoever the person is, each once. The platform loads
 * exactly these; `settle` reads no other.
 */
export const accumulatorsOf = (parameters: BenefitParameters, visit: Visit): Accumulator[] => {
  const reads = { parameters, visit: visitFacts(parameters, visit), asOf: { settlement: visit.settlementDate } };
  return distinct(STEPS.flatMap((step) => step.reads(reads)));
};
