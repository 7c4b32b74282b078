import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { textAt } from '../../demo/answer-values.ts';
import type { httpCall } from '../../demo/http-call.ts';
import { parsed } from './parsed.ts';

/** The running sandbox: where it is, and how it is reached. */
export type Server = {
  /** Address of the server without a slash at the end: `http://127.0.0.1:8686`. */
  readonly base: string;
  readonly workspace: string;
  /** Token of the control API. */
  readonly token?: string;
  readonly call: typeof httpCall;
};

/** Address of the workspace's doors. */
export const doorsOf = ({ base, workspace }: Server): string => `${base}/w/${workspace}`;

/** Asks the control API of the workspace, or posts what it is given. The failure is a sentence. */
export const control = async <Answer>(server: Server, path: string, body?: object): Promise<Result<Answer, string>> => {
  const { token } = server;
  const sent = await server.call(`${doorsOf(server)}/_sandbox${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!sent.ok) return fail(`连不上沙箱 ${server.base}（${sent.error.cause}）`);
  const { status, text } = sent.value;
  const answer = parsed(text);
  if (status >= 200 && status < 300 && answer !== undefined) return ok(answer as Answer);
  return fail(textAt(answer, 'message') || `沙箱拒绝 ${path}（HTTP ${status}）`);
};
