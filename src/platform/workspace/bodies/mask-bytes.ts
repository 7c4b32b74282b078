import iconv from 'iconv-lite';
import { maskRealNumbers } from '../../../kernel/identity-number.ts';
import { decodeText } from '../../wire/decode-text.ts';

/**
 * The bytes of a body without the numbers that may be a real person's, in the encoding that they came in. Bytes without
 * such a number are returned as they are, even where they are no text.
 */
export const maskBytes = (bytes: Uint8Array): Uint8Array => {
  const { text, encoding } = decodeText(bytes);
  const masked = maskRealNumbers(text);
  return masked === text ? bytes : iconv.encode(masked, encoding);
};
