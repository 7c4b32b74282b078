/** A plain Chinese text for whoever reads the raw answer: no envelope, so that no HIS takes it for business. */
export const plainAnswer = (status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain;charset=UTF-8', 'x-content-type-options': 'nosniff', ...headers },
  });

const MEBIBYTE = 1_048_576;

/** HTTP 413, the limit in bytes. */
export const tooLarge = (limit: number, headers: Readonly<Record<string, string>> = {}): Response =>
  plainAnswer(413, `报文过大：最多 ${limit / MEBIBYTE} MiB，请分批发送`, headers);
