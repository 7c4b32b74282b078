import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { controlRequest, doorsOf, type Address } from '../../demo/control-request.ts';
import { httpCall } from '../../demo/http-call.ts';

/** Asks the control API of a workspace for something that must succeed; the failure is a sentence. */
export const askControl = async <T>(
  address: Address,
  method: string,
  path: string,
  body?: unknown,
): Promise<Result<T, string>> => {
  const request = controlRequest(address, method, body === undefined ? undefined : JSON.stringify(body));
  const sent = await httpCall(`${doorsOf(address)}/_sandbox${path}`, request);
  if (!sent.ok) return fail(`连不上沙箱 ${address.base}（${sent.error.cause}）`);
  const { status, text } = sent.value;
  return status < 300 ? ok(JSON.parse(text) as T) : fail(`${method} ${path}：${messageIn(text)}`);
};

const messageIn = (text: string): string => {
  try {
    return (JSON.parse(text) as { message?: string }).message ?? text;
  } catch {
    return text;
  }
};
