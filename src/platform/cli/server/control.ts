import { fail, ok, type Result } from '../../../kernel/result.ts';
import { rowsAt, textAt } from '../../features/demo/answer-values.ts';
import { httpCall, type HttpAnswer } from '../../features/demo/http-call.ts';
import { refusal, unreachable, type Failure } from './failure.ts';
import { workspaceUrl, type ServerOptions } from './options.ts';

/** What goes to the control API: a method, a path below `/_sandbox`, perhaps a body. */
export type ControlRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Sent as JSON; the bytes of a file are sent as they are. */
  readonly body?: object | FileBody;
};

/** A file for the control API. */
export type FileBody = { readonly bytes: Uint8Array; readonly contentType: string };

/** Asks the control API of the workspace. The answer is what the server says; its shape is trusted. */
export const control = async <Answer>(
  options: ServerOptions,
  { method, path, body }: ControlRequest,
): Promise<Result<Answer, Failure>> => {
  const sent = await httpCall(`${workspaceUrl(options)}/_sandbox${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': isFile(body) ? body.contentType : 'application/json' }),
      ...(options.token !== undefined && { authorization: `Bearer ${options.token}` }),
    },
    ...(body !== undefined && { body: isFile(body) ? body.bytes : JSON.stringify(body) }),
  });
  return sent.ok ? answerOf(sent.value) : fail(unreachable(sent.error));
};

const isFile = (body: object | FileBody): body is FileBody => 'bytes' in body;

/** Asks for a value. */
export const ask = <Answer>(options: ServerOptions, path: string): Promise<Result<Answer, Failure>> =>
  control<Answer>(options, { method: 'GET', path });

const answerOf = <Answer>({ status, text }: HttpAnswer): Result<Answer, Failure> => {
  const body = jsonOf(text);
  if (body === undefined) return fail(refusal(status === 404 ? text.trim() : NOT_A_SANDBOX));
  if (status >= 200 && status < 300) return ok(body as Answer);
  const message = textAt(body, 'message') || `沙箱拒绝（HTTP ${status}）`;
  const more = rowsAt(body, 'errors')
    .slice(1)
    .map((error) => `  ${textAt(error, 'message')}`);
  return fail(refusal([message, ...more].join('\n')));
};

const NOT_A_SANDBOX = '对方的应答不是 JSON，这个地址可能不是跨省沙箱';

const jsonOf = (text: string): unknown => {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
