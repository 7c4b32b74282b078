import { fail, ok, type Result } from '../../../kernel/result.ts';
import { textAt } from '../../features/demo/answer-values.ts';
import { refusal, unreachable, type Failure } from './failure.ts';
import { workspaceUrl, type ServerOptions } from './options.ts';

/** How a stream of the control API is asked for. */
export type StreamRequest = {
  /** Below `/_sandbox`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};

/** The lines of a stream as they come; throws when it breaks off. */
export type Lines = AsyncGenerator<string, void>;

/** Asks the control API for something that comes line by line. */
export const askLines = async (options: ServerOptions, request: StreamRequest): Promise<Result<Lines, Failure>> => {
  const { path, headers = {}, signal } = request;
  const url = `${workspaceUrl(options)}/_sandbox${path}`;
  const authorization = options.token === undefined ? {} : { authorization: `Bearer ${options.token}` };
  try {
    const response = await fetch(url, { headers: { ...headers, ...authorization }, ...(signal && { signal }) });
    if (response.ok && response.body) return ok(linesOf(response.body));
    const text = await response.text();
    return fail(refusal(messageOf(text) || `沙箱拒绝（HTTP ${response.status}）`));
  } catch (error) {
    const { cause } = error as { readonly cause?: { readonly code?: string } };
    return fail(unreachable({ url, cause: cause?.code ?? String(error) }));
  }
};

const messageOf = (text: string): string => {
  try {
    return textAt(JSON.parse(text), 'message');
  } catch {
    return text.trim();
  }
};

const linesOf = async function* (body: ReadableStream<Uint8Array>): Lines {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
};
