import type { ListedPerson } from '../../demo/listed-person.ts';

/** A synthetic person as the control API lists it; what a message needs of it. */
export type Persona = ListedPerson & {
  readonly id: string;
  readonly insuplc_admdvs: string | null;
  readonly insutype: string | null;
  readonly insurances: readonly { readonly insutype: string; readonly psn_type: string }[];
};
