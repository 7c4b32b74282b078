import { fail, ok, type Result } from '../../../kernel/result.ts';
import { placeOf } from '../../../kernel/admdvs.ts';
import type { Hospital } from '../../features/demo/envelope.ts';
import { ask } from './control.ts';
import { refusal, type Failure } from './failure.ts';
import type { ServerOptions } from './options.ts';

/** An institution as the control API lists it. */
export type InstitutionRow = {
  readonly fixmedins_code: string;
  readonly fixmedins_name: string;
  readonly fixmedins_type: string;
  readonly hosp_lv: string;
  readonly admdvs: string;
  readonly place: string;
  readonly outOfArea: 'national' | 'province' | 'none';
  readonly real_name: boolean;
};

/** The institution that the examples and the demo use unless another one is named. */
export const FIRST_INSTITUTION = 'H44030099001';

export const askInstitutions = async (options: ServerOptions): Promise<Result<readonly InstitutionRow[], Failure>> => {
  const answer = await ask<{ readonly institutions: readonly InstitutionRow[] }>(options, '/institutions');
  return answer.ok ? ok(answer.value.institutions) : answer;
};

/** Who sends, and what time it is in the workspace. */
export type Window = { readonly hospital: Hospital; readonly now: string };

/** What the messages of a window of that institution must say of it. */
export const askWindow = async (options: ServerOptions, code: string): Promise<Result<Window, Failure>> => {
  const institutions = await askInstitutions(options);
  if (!institutions.ok) return institutions;
  const found = institutions.value.find(({ fixmedins_code }) => fixmedins_code === code);
  if (found === undefined)
    return fail(refusal(`没有机构 ${code}。添加：kuasheng institution add --code ${code} --name 名称`));
  const time = await askTime(options);
  if (!time.ok) return time;
  const { fixmedins_code, fixmedins_name, admdvs } = found;
  return ok({ hospital: { fixmedins_code, fixmedins_name, mdtrtarea_admvs: placeOf(admdvs) }, now: time.value });
};

const askTime = async (options: ServerOptions): Promise<Result<string, Failure>> => {
  const { base, token, workspace = 'default' } = options;
  const answer = await ask<{ readonly workspaces: readonly { readonly name: string; readonly now: string }[] }>(
    { base, ...(token !== undefined && { token }) },
    '/workspaces',
  );
  if (!answer.ok) return answer;
  const now = answer.value.workspaces.find(({ name }) => name === workspace)?.now;
  return now === undefined ? fail(refusal(`没有工作区 ${workspace}`)) : ok(now);
};
