import type { Hospital } from '../../demo/envelope.ts';
import { credentialShown, type Credential } from '../fill/credential-shown.ts';
import type { Variables } from '../fill/resolved.ts';
import type { Persona } from './persona.ts';
import type { Scene } from './scene.ts';

/** Who acts in a step. */
export type Actors = {
  readonly person?: Persona | undefined;
  readonly hospital?: Hospital | undefined;
  readonly credential?: Credential | undefined;
  /** Names that stand for other variables in this step. */
  readonly of?: Readonly<Record<string, string>> | undefined;
};

/** All variables of a step: what was saved, the actors, the time. */
export const variablesOf = (scene: Scene, { person, hospital, credential, of = {} }: Actors = {}): Variables => {
  const saved: Variables = Object.fromEntries(scene.variables);
  const renamed = Object.entries(of).map(([name, other]) => [name, saved[other]] as const);
  return {
    ...saved,
    ...(Object.fromEntries(renamed) as Variables),
    now: scene.now,
    today: scene.now.slice(0, 10),
    workspace: scene.server.workspace,
    serial: String(scene.serial).padStart(4, '0'),
    ...(hospital && { at: hospital }),
    ...(person && { who: withInsurance(person), credential: credentialShown(person, credential) }),
  };
};

/** With the kind of person that the first insurance makes of it. */
const withInsurance = (person: Persona) => {
  const { psn_type } = person.insurances.find(({ insutype }) => insutype === person.insutype) ?? {};
  return { ...person, psn_type: psn_type ?? '' };
};
