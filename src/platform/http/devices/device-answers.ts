import type { Context } from 'hono';
import iconv from 'iconv-lite';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { decodeText } from '../../wire/decode-text.ts';
import { parseJson } from '../../wire/parse-json.ts';
import { LIMITS } from '../../../virtual-devices/socket/limits.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { readBody } from '../read-body.ts';

/** One plain Chinese sentence. */
export const deviceProblem = (c: Context, status: ContentfulStatusCode, message: string): Response =>
  c.json({ message }, status);

/** A body of JSON, in UTF-8 or in the GBK of old clients; or the answer that says why there is none. */
export const deviceBody = async (c: Context): Promise<Result<unknown, Response>> => {
  const bytes = await readBody(c.req.raw, LIMITS.messageBytes);
  if (bytes === 'too-large') return fail(deviceProblem(c, 413, `内容过大：最多 ${LIMITS.messageBytes / 1024} KiB`));
  if (bytes === 'broken-off') return fail(deviceProblem(c, 400, '内容没有传完'));
  if (bytes.length === 0) return ok({});
  const parsed = parseJson(decodeText(bytes).text);
  return parsed.ok ? parsed : fail(deviceProblem(c, 400, '内容不是合法的 JSON'));
};

/** JSON in the encoding that the client speaks. */
export const encodedJson = (value: unknown, charset: 'utf-8' | 'gb18030'): Response => {
  const text = JSON.stringify(value);
  const bytes = charset === 'utf-8' ? Buffer.from(text, 'utf8') : iconv.encode(text, 'gb18030');
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': `application/json;charset=${charset.toUpperCase()}`,
      'x-content-type-options': 'nosniff',
    },
  });
};

/** True for the names of the Chinese encodings. */
export const isChineseCharset = (text: string): boolean => /gb(k|2312|18030)/i.test(text);
