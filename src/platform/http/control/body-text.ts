import iconv from 'iconv-lite';
import { decodeText } from '../../wire/decode-text.ts';

/** A body as text; `base64` where the bytes are no text in either encoding of a HIS. */
export type BodyText = {
  readonly encoding: 'utf-8' | 'gbk' | 'base64';
  /** Bytes. */
  readonly size: number;
  readonly text: string;
};

export const bodyText = (bytes: Uint8Array): BodyText => {
  const { text, encoding } = decodeText(bytes);
  const isText = encoding === 'utf-8' || iconv.encode(text, 'gbk').equals(bytes);
  if (isText) return { encoding, size: bytes.length, text };
  return { encoding: 'base64', size: bytes.length, text: Buffer.from(bytes).toString('base64') };
};
