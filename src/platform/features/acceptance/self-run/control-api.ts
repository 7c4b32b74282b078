import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { textAt } from '../../demo/answer-values.ts';
import { controlRequest, doorsOf, type Address } from '../../demo/control-request.ts';
import type { httpCall } from '../../demo/http-call.ts';
import { parsed } from './parsed.ts';

/** The running sandbox: where it is, and how it is reached. */
export type Server = Address & { readonly call: typeof httpCall };

/** Asks the control API of the workspace, or posts what it is given. The failure is a sentence. */
export const control = async <Answer>(server: Server, path: string, body?: object): Promise<Result<Answer, string>> => {
  const method = body === undefined ? 'GET' : 'POST';
  const request = controlRequest(server, method, body === undefined ? undefined : JSON.stringify(body));
  const sent = await server.call(`${doorsOf(server)}/_sandbox${path}`, request);
  if (!sent.ok) return fail(`连不上沙箱 ${server.base}（${sent.error.cause}）`);
  const { status, text } = sent.value;
  const answer = parsed(text);
  if (status >= 200 && status < 300 && answer !== undefined) return ok(answer as Answer);
  return fail(textAt(answer, 'message') || `沙箱拒绝 ${path}（HTTP ${status}）`);
};
