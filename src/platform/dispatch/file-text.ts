import { fail, ok, type Result } from '../../kernel/result.ts';
import { decodeText } from '../wire/decode-text.ts';
import { firstEntry, isZip } from './zip-entry.ts';

/** Largest text that is taken out of an uploaded file, in bytes. */
const LARGEST = 16 * 1_048_576;

/**
 * The text of an uploaded file: the first file of a zip, or the file itself; UTF-8, else GBK. The error is plain
 * Chinese.
 */
export const fileText = (base64: string): Result<string, string> => {
  const bytes = Buffer.from(base64, 'base64');
  const plain: Result<Buffer, string> = isZip(bytes) ? firstEntry(bytes, LARGEST) : ok(bytes);
  if (!plain.ok) return plain;
  return plain.value.length > LARGEST ? fail(`文件超过 ${LARGEST / 1_048_576} MiB`) : ok(decodeText(plain.value).text);
};
