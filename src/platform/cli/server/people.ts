import type { Result } from '../../../kernel/result.ts';
import { ask } from './control.ts';
import type { Failure } from './failure.ts';
import type { ServerOptions } from './options.ts';
import type { Persona } from './personas.ts';

/** People of a place as the control API lists them, and how many there are. */
export type People = { readonly people: readonly Persona[]; readonly place: string; readonly total: number };

/** So many people of a place, from a number on. */
export const askPeople = (
  options: ServerOptions,
  place: string,
  from: number,
  limit: number,
): Promise<Result<People, Failure>> =>
  ask<People>(options, `/people?place=${encodeURIComponent(place)}&from=${from}&limit=${limit}`);
