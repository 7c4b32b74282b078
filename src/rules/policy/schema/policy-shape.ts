import type { CivilDate } from '../../../kernel/civil-time.ts';
import type { When } from '../case.ts';

/** What the checks over a whole policy file need to see of it, whatever its parameters. */
export type PolicyShape = {
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly sources: Readonly<Record<string, unknown>>;
  readonly parameters: Readonly<Record<string, ParameterShape | undefined>>;
};

export type ParameterShape = { readonly values: readonly ValueShape[] };

export type ValueShape = {
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly value?: unknown;
  readonly cases?: readonly { readonly when?: When; readonly value: unknown; readonly source?: readonly string[] }[];
  readonly source: readonly string[];
};

/** Every dated value of the file with its path. */
export const datedValues = (policy: PolicyShape): { readonly path: PropertyKey[]; readonly entry: ValueShape }[] =>
  Object.entries(policy.parameters).flatMap(([name, parameter]) =>
    (parameter?.values ?? []).map((entry, index) => ({ path: ['parameters', name, 'values', index], entry })),
  );
