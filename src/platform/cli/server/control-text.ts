import { fail, ok, type Result } from '../../../kernel/result.ts';
import { httpCall } from '../../features/demo/http-call.ts';
import { refusal, unreachable, type Failure } from './failure.ts';
import { workspaceUrl, type ServerOptions } from './options.ts';

/** Asks the control API for a paper: text as it stands, whatever its form. */
export const controlText = async (
  options: Omit<ServerOptions, 'json'>,
  path: string,
): Promise<Result<string, Failure>> => {
  const { token } = options;
  const sent = await httpCall(`${workspaceUrl(options)}/_sandbox${path}`, {
    method: 'GET',
    ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
  });
  if (!sent.ok) return fail(unreachable(sent.error));
  const { status, text } = sent.value;
  return status === 200 ? ok(text) : fail(refusal(messageIn(text)));
};

const messageIn = (text: string): string => {
  try {
    return String((JSON.parse(text) as { readonly message?: unknown }).message);
  } catch {
    return text.trim();
  }
};
