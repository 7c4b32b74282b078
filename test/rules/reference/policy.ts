import { fileFor, valueOf, type PolicyFile } from './policy-file.ts';
import type { Visit } from './visit.ts';
import { isNone, textOf, type Written } from './written-value.ts';

/** Looks up a parameter by its name: undefined where the place does not have the mechanism for this visit. */
export type Policy = (parameter: string) => Written | undefined;

/** Everything that the insured place says about a visit. */
export const policyOf = (files: readonly PolicyFile[], visit: Visit): Policy => {
  const main = fileFor(files, visit.place, visit.insutype, visit.benefit);
  const supplement = fileFor(files, visit.place, visit.insutype, 'supplement');
  const written = valueOf(main, 'disease_class', visit.treated, { visit, diseaseClass: undefined });
  const diseaseClass = written === undefined || isNone(written) ? undefined : textOf(written);
  return (parameter) => {
    const facts = { visit, diseaseClass };
    const value =
      valueOf(main, parameter, visit.treated, facts) ?? valueOf(supplement, parameter, visit.treated, facts);
    return isNone(value) ? undefined : value;
  };
};
