import { fail, ok, type Result } from '../../../kernel/result.ts';
import { ask } from './control.ts';
import { refusal, type Failure } from './failure.ts';
import type { ServerOptions } from './options.ts';

/** A synthetic person as the control API lists it; balances in 分. */
export type Persona = {
  readonly id: string;
  readonly name: string;
  readonly shows: string;
  readonly psn_no: string;
  readonly psn_cert_type: string;
  readonly certno: string;
  readonly card_no: string | null;
  readonly card_sn: string | null;
  readonly ec_token: string | null;
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

/** Place and number of one of the population: `610100-38`. */
const NUMBERED = /^(?<place>\d{6})-(?<n>\d{1,9})$/;

/** The person of that id or 人员编号, or the one of the population. */
export const askPersona = async (options: ServerOptions, id: string): Promise<Result<Persona, Failure>> => {
  const { place, n } = NUMBERED.exec(id)?.groups ?? {};
  if (place !== undefined && n !== undefined) return askNumbered(options, place, n);
  const personas = await askPersonas(options);
  if (!personas.ok) return personas;
  const found = personas.value.find((one) => one.id === id || one.psn_no === id);
  return found === undefined ? fail(refusal(`没有人员 ${id}。全部人员见 kuasheng personas`)) : ok(found);
};

const askNumbered = async (options: ServerOptions, place: string, n: string): Promise<Result<Persona, Failure>> => {
  const answer = await ask<{ readonly people: readonly [Persona] }>(
    options,
    `/people?place=${place}&from=${n}&limit=1`,
  );
  return answer.ok ? ok(answer.value.people[0]) : answer;
};
