/** Why a body could not be had: too many bytes, or the client went away in the middle of it. */
export type Unread = 'too-large' | 'broken-off';

/**
 * The bytes of a request, up to a limit. Beyond it reading stops: what still comes is thrown away, so that a client
 * which writes everything before it reads still gets its answer over an unbroken connection. The server's request
 * time-out ends a client that never ends.
 */
export const readBody = async (request: Request, limit: number): Promise<Uint8Array | Unread> => {
  const declared = declaredLength(request.headers);
  if (declared !== undefined && declared > limit) return 'too-large';
  try {
    // With a declared length the server takes no more than that; only bodies sent in chunks have to be counted.
    if (declared !== undefined) return new Uint8Array(await request.arrayBuffer());
    return request.body === null ? new Uint8Array() : await counted(request.body.getReader(), limit);
  } catch {
    return 'broken-off';
  }
};

const declaredLength = (headers: Headers): number | undefined => {
  const length = headers.get('content-length');
  return length === null || headers.has('transfer-encoding') ? undefined : Number(length);
};

type Reader = ReadableStreamDefaultReader<Uint8Array>;

const counted = async (reader: Reader, limit: number): Promise<Uint8Array | 'too-large'> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks, size);
    size += value.length;
    if (size > limit) {
      void throwAway(reader);
      return 'too-large';
    }
    chunks.push(value);
  }
};

const throwAway = async (reader: Reader): Promise<void> => {
  try {
    while (!(await reader.read()).done);
  } catch {
    // The client has gone: nothing is left to throw away.
  }
};
