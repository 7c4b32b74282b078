import { parseDocument } from 'yaml';
import { fits, type Facts } from './fits.ts';
import { named, optional, textOf, type Written } from './written-value.ts';

/** One policy file as it is written. */
export type PolicyFile = {
  readonly place: string;
  readonly insutype: string;
  /** `chronic`, `general`, or `supplement` for what stands above both. */
  readonly benefit: string;
  readonly from: string;
  readonly to: string | undefined;
  readonly parameters: Written;
};

export const readPolicyFile = (text: string): PolicyFile => {
  const file = parseDocument(text, { schema: 'failsafe' }).toJS() as Written;
  const to = optional(file, 'to');
  return {
    place: textOf(named(file, 'place')),
    insutype: textOf(named(file, 'insutype')),
    benefit: textOf(named(file, 'benefit')),
    from: textOf(named(file, 'from')),
    to: to === undefined ? undefined : textOf(to),
    parameters: named(file, 'parameters'),
  };
};

/** The file of a place that holds for an insurance and benefit. */
export const fileFor = (files: readonly PolicyFile[], place: string, insutype: string, benefit: string): PolicyFile => {
  const file = files.find((one) => one.place === place && one.insutype === insutype && one.benefit === benefit);
  if (file === undefined) throw new Error(`no file for ${place} ${insutype} ${benefit}`);
  return file;
};

/** The value of a parameter on a day for these facts; undefined where the file does not have the parameter. */
export const valueOf = (file: PolicyFile, parameter: string, date: string, facts: Facts): Written | undefined => {
  const cases = casesOn(file, parameter, date);
  return cases?.find((one) => fits(optional(one, 'when'), facts))?.value;
};

type Case = { readonly value: Written; readonly when?: Written };

/** Of the dated values the last that has begun, unless it has ended; a value without cases is one case. */
const casesOn = (file: PolicyFile, parameter: string, date: string): readonly Case[] | undefined => {
  const written = optional(file.parameters, parameter);
  if (written === undefined) return undefined;
  let current: Written | undefined;
  for (const dated of named(written, 'values') as readonly Written[]) {
    if (textOf(named(dated, 'from')) <= date) current = dated;
  }
  if (current === undefined) return undefined;
  const to = optional(current, 'to');
  if (to !== undefined && textOf(to) < date) return undefined;
  const cases = optional(current, 'cases');
  return cases === undefined ? [{ value: named(current, 'value') }] : (cases as unknown as readonly Case[]);
};
