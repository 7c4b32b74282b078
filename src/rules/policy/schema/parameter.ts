import { z } from 'zod';
import { MARKS, STATUSES, type Mark } from '../basis.ts';
import type { ParameterName, ParameterValues } from '../values.ts';
import { checkBasis } from './check-basis.ts';
import { checkCases, CLOSED_DIMENSIONS } from './check-cases.ts';
import { checkDates } from './check-dates.ts';
import { dateText, listOf, words } from './texts.ts';
import { UNITS, VALUES } from './values.ts';
import { when } from './when.ts';

const mark = z.enum(Object.keys(MARKS) as Mark[]);
const status = z.enum(STATUSES);
const sources = listOf(words);
const note = words.exactOptional();

const caseOf = <T>(value: z.ZodType<T>) =>
  z.strictObject({
    when: when.exactOptional(),
    value,
    source: sources.exactOptional(),
    mark: mark.exactOptional(),
    status: status.exactOptional(),
    note,
  });

const datedValue = <T>(value: z.ZodType<T>) =>
  z
    .strictObject({
      from: dateText,
      to: dateText.exactOptional(),
      value: value.exactOptional(),
      cases: z.array(caseOf(value)).min(1).exactOptional(),
      exhaustive: z.array(z.enum(CLOSED_DIMENSIONS)).min(1).exactOptional(),
      source: sources,
      mark,
      status,
      checked_on: dateText,
      note,
    })
    .superRefine(checkCases)
    .superRefine(checkBasis);

/**
 * One parameter of a policy file: its unit and its values by date. A value stands alone or as cases; each names its
 * source, mark, status and the last day on which somebody confirmed it. A case may name another source than its
 * fellows.
 */
export const parameter = <Name extends ParameterName>(name: Name) => {
  const value: z.ZodType<ParameterValues[Name]> = VALUES[name];
  return z.strictObject({
    unit: z.literal(UNITS[name]),
    values: z.array(datedValue(value)).min(1).superRefine(checkDates),
  });
};
