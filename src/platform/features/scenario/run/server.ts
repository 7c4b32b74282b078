import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { controlRequest, doorsOf, type Address } from '../../demo/control-request.ts';
import { httpCall, type HttpAnswer } from '../../demo/http-call.ts';
import { jsonOf, parseTree, textOf, treeAt, type Tree } from '../tree.ts';

/** What the control API said: a status and a value whose numbers are texts. */
export type Said = { readonly status: number; readonly body: Tree };

/** Asks the control API of the workspace. The failure is that nobody answers. */
export const askControl = async (
  server: Address,
  method: string,
  path: string,
  body?: unknown,
): Promise<Result<Said, string>> => {
  const request = controlRequest(server, method, body === undefined ? undefined : jsonOf(body));
  const sent = await httpCall(`${doorsOf(server)}/_sandbox${path}`, request);
  return sent.ok ? ok(saidBy(sent.value)) : fail(`连不上沙箱 ${server.base}（${sent.error.cause}）`);
};

const saidBy = ({ status, text }: HttpAnswer): Said => ({ status, body: parseTree(text) ?? text });

export const isGood = ({ status }: Said): boolean => status >= 200 && status < 300;

/** Why not, in the server's words. */
export const reasonOf = ({ status, body }: Said): string => textOf(treeAt(body, 'message')) ?? `HTTP ${status}`;

/** Asks for something that must succeed; the failure is a sentence. */
export const demand = async (
  server: Address,
  method: string,
  path: string,
  body?: unknown,
): Promise<Result<Tree, string>> => {
  const said = await askControl(server, method, path, body);
  if (!said.ok) return said;
  return isGood(said.value) ? ok(said.value.body) : fail(reasonOf(said.value));
};
