import { isChronic } from './med-type.ts';
import type { Visit } from './visit.ts';

/**
 * The disease 门诊慢特病 that a fee line is for: its own, else that of the visit. Nothing at a visit of another medical
 * category; before 2203 has named one, a line that names a disease is taken at its word.
 */
export const diseaseOfLine = (line: { readonly dise_codg?: string }, { treatment }: Visit): string | undefined => {
  if (treatment !== undefined && !isChronic(treatment.med_type)) return undefined;
  return line.dise_codg ?? treatment?.dise_codg;
};
