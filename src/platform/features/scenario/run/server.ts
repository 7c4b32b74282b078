import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { httpCall, type HttpAnswer } from '../../demo/http-call.ts';
import { jsonOf, parseTree, textOf, treeAt, type Tree } from '../tree.ts';

/** The running sandbox, and one workspace of it. */
export type Server = {
  /** Address without a slash at the end: `http://127.0.0.1:8686`. */
  readonly base: string;
  readonly workspace: string;
  /** Token of the control API. */
  readonly token?: string;
};

/** What the control API said: a status and a value whose numbers are texts. */
export type Said = { readonly status: number; readonly body: Tree };

export const doorsOf = ({ base, workspace }: Server): string => `${base}/w/${workspace}`;

/** Asks the control API of the workspace. The failure is that nobody answers. */
export const askControl = async (
  server: Server,
  method: string,
  path: string,
  body?: unknown,
): Promise<Result<Said, string>> => {
  const sent = await httpCall(`${doorsOf(server)}/_sandbox${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...authorization(server),
    },
    ...(body !== undefined && { body: jsonOf(body) }),
  });
  return sent.ok ? ok(saidBy(sent.value)) : fail(`连不上沙箱 ${server.base}（${sent.error.cause}）`);
};

export const authorization = ({ token }: Server): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` };

const saidBy = ({ status, text }: HttpAnswer): Said => ({ status, body: parseTree(text) ?? text });

export const isGood = ({ status }: Said): boolean => status >= 200 && status < 300;

/** Why not, in the server's words. */
export const reasonOf = ({ status, body }: Said): string => textOf(treeAt(body, 'message')) ?? `HTTP ${status}`;

/** Asks for something that must succeed; the failure is a sentence. */
export const demand = async (
  server: Server,
  method: string,
  path: string,
  body?: unknown,
): Promise<Result<Tree, string>> => {
  const said = await askControl(server, method, path, body);
  if (!said.ok) return said;
  return isGood(said.value) ? ok(said.value.body) : fail(reasonOf(said.value));
};
