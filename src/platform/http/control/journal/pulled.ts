/** What a stream gives next: text, or that it has ended. `last` ends the stream behind its text. */
export type Piece = { readonly text: string; readonly last: boolean };

const UTF_8 = new TextEncoder();

/**
 * A response that is made piece by piece, each when the client has taken the one before. When the client goes away
 * nothing more is asked for, and `left` is told.
 */
export const pulledResponse = (
  contentType: string,
  next: (isGone: () => boolean) => Promise<Piece>,
  left: () => void = () => undefined,
): Response => {
  let gone = false;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { text, last } = await next(() => gone);
        if (gone) return;
        if (text !== '') controller.enqueue(UTF_8.encode(text));
        if (last) controller.close();
      },
      cancel: () => {
        gone = true;
        left();
      },
    },
    { highWaterMark: 1 },
  );
  return new Response(stream, {
    headers: { 'content-type': contentType, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
  });
};

export const NDJSON = 'application/x-ndjson;charset=UTF-8';
