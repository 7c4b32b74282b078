import { fail, ok, type Result } from '../../../kernel/result.ts';

/** An answer as it came. */
export type HttpAnswer = {
  readonly status: number;
  readonly text: string;
  readonly header: (name: string) => string | undefined;
};

/** Why nothing came: the address and the cause, `ECONNREFUSED`. */
export type Unreachable = { readonly url: string; readonly cause: string };

export type HttpRequest = {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Gives up when it says so. */
  readonly signal?: AbortSignal;
};

/** One request over HTTP, its answer read to the end. That nobody answers is expected and therefore a value. */
export const httpCall = async (url: string, request: HttpRequest): Promise<Result<HttpAnswer, Unreachable>> => {
  try {
    const response = await fetch(url, request);
    const text = await response.text();
    return ok({ status: response.status, text, header: (name) => response.headers.get(name) ?? undefined });
  } catch (error) {
    return fail({ url, cause: causeOf(error) });
  }
};

const causeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error as { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? error.message;
};
