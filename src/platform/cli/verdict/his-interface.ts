import { fail, ok, type Result } from '../../../kernel/result.ts';
import { httpCall } from '../../features/demo/http-call.ts';
import type { ControlRequest } from '../server/control.ts';
import { refusal, type Failure } from '../server/failure.ts';

/** How long a HIS may take to give its book, in milliseconds of the machine. */
const PATIENCE = 30_000;

/**
 * Fetches a HIS's own book from its interface. This command fetches, never the server: the sandbox asks no address that
 * somebody else names.
 */
export const bookOfHis = async (
  hisUrl: string,
  institution: string | undefined,
): Promise<Result<NonNullable<ControlRequest['body']>, Failure>> => {
  const query = institution === undefined ? '' : `?fixmedins_code=${encodeURIComponent(institution)}`;
  const url = `${hisUrl.replace(/\/+$/, '')}/his-book${query}`;
  const answer = await httpCall(url, { method: 'GET', signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) return fail(refusal(`连不上医院的接口 ${url}（${answer.error.cause}）`));
  const { status, text } = answer.value;
  if (status !== 200) return fail(refusal(`医院的接口 ${url} 答 HTTP ${status}，应为 200`));
  const body = parsed(text);
  return typeof body === 'object' && body !== null && 'rows' in body
    ? // As it came: read and written once more, a long number would lose its last digits.
      ok({ bytes: new TextEncoder().encode(text), contentType: 'application/json' })
    : fail(refusal(`医院的接口 ${url} 的答复应为 {"rows":[…]}，见 openapi/his-book.yaml`));
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
