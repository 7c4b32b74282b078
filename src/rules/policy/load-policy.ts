import type { Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate } from '../../kernel/civil-time.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Basis, Mark, Status } from './basis.ts';
import type { Benefit, Cases, When } from './case.ts';
import type { Insutype } from './parameters.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './read-yaml.ts';
import { policyFile, type PolicyFile } from './schema/policy-file.ts';
import type { ParameterName, ParameterValues } from './values.ts';

/** The cases of a parameter from a day on; `to` is the last day where the value ends without a successor. */
export type Dated<T> = {
  readonly from: CivilDate;
  readonly to?: CivilDate;
  /** The last day on which somebody confirmed the value. */
  readonly checked_on: CivilDate;
  readonly cases: Cases<T>;
};

export type DatedParameters = { readonly [Name in ParameterName]?: readonly Dated<ParameterValues[Name]>[] };

/** A public source: its title, its date as far as known, and how far it can be trusted. */
export type PolicySource = { readonly title: string; readonly dated: string; readonly trust: string };

/** One validated policy file. `supplement` holds what stands above all benefits of the insurance. */
export type Policy = {
  readonly file: string;
  readonly place: Admdvs;
  readonly name: string;
  /** True for what stands in where a place has no policy of its own. */
  readonly template: boolean;
  readonly insutype: Insutype;
  readonly benefit: Benefit | 'supplement';
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly sources: readonly PolicySource[];
  readonly parameters: DatedParameters;
};

/** Reads one policy file: the validated policy, or everything that is wrong with it. */
export const loadPolicy = (file: string, text: string): Result<Policy, Problem[]> => {
  const read = readYaml(policyFile, file, text);
  return read.ok ? ok(policyOf(file, read.value)) : read;
};

const policyOf = (file: string, raw: PolicyFile): Policy => {
  const { place, name, insutype, benefit, from } = raw;
  const life = raw.to === undefined ? { from } : { from, to: raw.to };
  const written: Readonly<Record<string, { readonly values: readonly RawValue[] } | undefined>> = raw.parameters;
  const parameters: Record<string, readonly Dated<unknown>[]> = {};
  for (const [key, parameter] of Object.entries(written)) {
    const path = (index: number) => `${file}#${key}.values[${index}]`;
    parameters[key] = (parameter?.values ?? []).map((entry, index) => dated(entry, path(index), raw.sources));
  }
  const head = { file, place, name, template: raw.template ?? false, insutype, benefit, ...life };
  // The schema gives every name the type that ParameterValues gives it: both are written over the same names.
  return { ...head, sources: Object.values(raw.sources), parameters };
};

type Founded = {
  readonly source: readonly string[];
  readonly mark: Mark;
  readonly status: Status;
  readonly note?: string;
};
type RawValue = Founded & {
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly checked_on: CivilDate;
  readonly value?: unknown;
  readonly cases?: readonly (Partial<Founded> & { readonly when?: When; readonly value: unknown })[];
};

const dated = (entry: RawValue, parameter: string, sources: PolicyFile['sources']): Dated<unknown> => {
  const { from, to, cases, checked_on } = entry;
  const span = to === undefined ? { from, checked_on } : { from, to, checked_on };
  const basisOf = (founded: Founded, path: string): Basis => ({
    parameter: path,
    from,
    source: founded.source.map((key) => sources[key]?.title ?? key).join('；'),
    mark: founded.mark,
    status: founded.status,
    ...(founded.note === undefined ? {} : { note: founded.note }),
  });
  if (cases === undefined)
    return { ...span, cases: [{ when: {}, value: entry.value, basis: basisOf(entry, parameter) }] };
  return {
    ...span,
    cases: cases.map((one, index) => ({
      when: one.when ?? {},
      value: one.value,
      basis: basisOf(foundedBy(entry, one), `${parameter}.cases[${index}]`),
    })),
  };
};

/** A case with an own source stands on that alone; else it shares the entry's, and may add its own note. */
const foundedBy = (entry: Founded, one: Partial<Founded>): Founded => {
  const { source, mark, status, note } = one;
  if (source === undefined || mark === undefined || status === undefined) {
    return note === undefined ? entry : { ...entry, note };
  }
  return { source, mark, status, ...(note === undefined ? {} : { note }) };
};
