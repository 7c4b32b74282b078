import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/platform/http/read-body.ts';

const post = (body: string | ReadableStream<Uint8Array> | null, headers: Record<string, string> = {}): Request =>
  new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' });

/** A body that comes in pieces without a length; `taken` counts the pieces that were asked for. */
const inPieces = (pieces: number, size: number) => {
  const sent = { taken: 0 };
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (sent.taken === pieces) return controller.close();
      sent.taken += 1;
      controller.enqueue(new Uint8Array(size));
    },
  });
  return { stream, sent };
};

describe('reading a body', () => {
  it('gives the bytes, whether their length was declared or not', async () => {
    const text = '{"psn_name":"张三"}';
    const length = String(Buffer.byteLength(text));
    expect(await readBody(post(text), 100)).toEqual(Buffer.from(text));
    expect(await readBody(post(text, { 'content-length': length }), 100)).toEqual(new Uint8Array(Buffer.from(text)));
    expect(await readBody(post(null), 100)).toHaveLength(0);
  });

  it('takes as many bytes as the limit says and not one more', async () => {
    expect(await readBody(post(inPieces(4, 25).stream), 100)).toHaveLength(100);
    expect(await readBody(post(inPieces(4, 25).stream), 99)).toBe('too-large');
  });

  it('does not begin to read what is declared too large', async () => {
    const { stream, sent } = inPieces(1_000, 10);
    expect(await readBody(post(stream, { 'content-length': '101' }), 100)).toBe('too-large');
    expect(sent.taken).toBeLessThanOrEqual(1);
  });

  it('goes on taking what it throws away, so that the sender can finish', async () => {
    const { stream, sent } = inPieces(50, 10);
    expect(await readBody(post(stream), 100)).toBe('too-large');
    await expect.poll(() => sent.taken).toBe(50);
  });

  it('notices a client that goes away', async () => {
    const gone = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('aborted')) });
    expect(await readBody(post(gone), 100)).toBe('broken-off');
  });
});
