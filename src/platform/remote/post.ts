import { whyUnreached } from './why-unreached.ts';

/** What a POST came to, as far as the wire goes. */
export type Posted =
  | { readonly status: number; readonly bytes: Uint8Array; readonly cut: boolean }
  /** In words why no connection came about: nothing was sent. */
  | { readonly unreached: string };

type Request = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Bytes of the answer that are read at most. */
  readonly limit: number;
  readonly signal: AbortSignal;
};

/**
 * Posts bytes and reads what comes back, up to a limit; redirects are not followed: the operator has named the address.
 * Rejects when the connection breaks after something may have been sent.
 */
export const post = async ({ url, headers, body, limit, signal }: Request): Promise<Posted> => {
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    return { status: response.status, ...(await upTo(limit, response)) };
  } catch (cause) {
    const why = whyUnreached(cause);
    if (why === undefined) throw cause;
    return { unreached: why };
  }
};

const upTo = async (limit: number, { body }: Response): Promise<{ bytes: Uint8Array; cut: boolean }> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = (body as ReadableStream<Uint8Array> | null)?.getReader();
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    chunks.push(next.value);
    size += next.value.length;
    if (size > limit) {
      // The rest is nobody's business; it need not have ended before the answer is judged.
      void reader?.cancel().catch(() => undefined);
      break;
    }
  }
  const bytes = Buffer.concat(chunks, size);
  return { bytes: bytes.subarray(0, limit), cut: size > limit };
};
