import { placeOf, provinceOf, type Admdvs } from '../../kernel/admdvs.ts';
import type { PlaceState, RemoteSystem } from './place-state.ts';

/**
 * The system that answers for an insured place: the one named for the place itself, else that of its whole province;
 * undefined: the embedded engine.
 */
export const remoteOf = (states: readonly PlaceState[], insuplc: Admdvs): RemoteSystem | undefined => {
  if (states.length === 0) return undefined;
  const named = (place: Admdvs) => states.find((state) => state.place === place)?.remote;
  return named(insuplc) ?? named(placeOf(insuplc)) ?? named(provinceOf(insuplc));
};
