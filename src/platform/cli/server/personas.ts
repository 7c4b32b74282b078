import { fail, ok, type Result } from '../../../kernel/result.ts';
import { numberedPath, type ListedPerson } from '../../features/demo/listed-person.ts';
import { ask } from './control.ts';
import { refusal, type Failure } from './failure.ts';
import type { ServerOptions } from './options.ts';

/** A synthetic person as the control API lists it; balances in 分. */
export type Persona = ListedPerson & {
  readonly id: string;
  readonly shows: string;
  readonly insuplc_admdvs: string | null;
  readonly insutype: string | null;
  readonly insurances: readonly {
    readonly insutype: string;
    readonly psn_type: string;
    readonly psn_insu_stas: string;
    readonly insuplc_admdvs: string;
    readonly balc: number;
  }[];
  readonly diseases: readonly string[];
};

/** The person that the examples and the demo use unless another one is named. */
export const FIRST_PERSONA = 'xian-worker-hypertension-diabetes';

export const askPersonas = async (options: ServerOptions): Promise<Result<readonly Persona[], Failure>> => {
  const answer = await ask<{ readonly personas: readonly Persona[] }>(options, '/personas');
  return answer.ok ? ok(answer.value.personas) : answer;
};

/** The person of that id or 人员编号, or the one of the population. */
export const askPersona = async (options: ServerOptions, id: string): Promise<Result<Persona, Failure>> => {
  const numbered = numberedPath(id);
  if (numbered !== undefined) return askNumbered(options, numbered);
  const personas = await askPersonas(options);
  if (!personas.ok) return personas;
  const found = personas.value.find((one) => one.id === id || one.psn_no === id);
  return found === undefined ? fail(refusal(`没有人员 ${id}。全部人员见 kuasheng personas`)) : ok(found);
};

const askNumbered = async (options: ServerOptions, path: string): Promise<Result<Persona, Failure>> => {
  const answer = await ask<{ readonly people: readonly [Persona] }>(options, path);
  return answer.ok ? ok(answer.value.people[0]) : answer;
};
