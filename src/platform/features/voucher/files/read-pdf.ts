import { inflateSync } from 'node:zlib';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import { XML_BYTES } from './limits.ts';
import type { InsideLayout } from './read-ofd.ts';

export const startsLikePdf = (bytes: Buffer): boolean => bytes.subarray(0, 5).toString('latin1') === '%PDF-';

/** The end mark stands in the last bytes (ISO 32000-1 7.5.5; readers look at the last 1024). */
const TAIL = 1024;

/**
 * Looks at a PDF layout file as far as its frame goes and answers the XML that it carries: an embedded file, or the
 * text under the key `hidexml` (one public client). The page itself is not read.
 */
export const readPdf = (bytes: Buffer): Result<readonly InsideLayout[], string> => {
  const text = bytes.toString('latin1');
  if (!text.slice(-TAIL).includes('%%EOF')) return fail('没有结束标记 %%EOF，文件不完整');
  if (/\/Encrypt\s/.test(text)) return fail('已加密');
  return ok([...embedded(text), ...hidden(text)].filter(({ bytes: xml }) => xml.includes('<')));
};

const STREAM = /<<([^]{0,2000}?)>>\s{0,4}stream\r?\n/g;
const MOST_STREAMS = 20;

/** Streams of `/Type /EmbeddedFile`, plain or deflated. */
const embedded = (text: string): InsideLayout[] => {
  const found = [...text.matchAll(STREAM)].filter(([, head]) => /\/EmbeddedFile\b/.test(head ?? ''));
  return found.slice(0, MOST_STREAMS).flatMap((match) => {
    const from = match.index + match[0].length;
    const to = text.indexOf('endstream', from);
    const raw = Buffer.from(text.slice(from, to < 0 ? from : to), 'latin1');
    const bytes = /\/FlateDecode\b/.test(match[1] ?? '') ? inflated(raw) : raw;
    return bytes ? [{ name: 'PDF 附件', bytes }] : [];
  });
};

const inflated = (raw: Buffer): Buffer | undefined => {
  try {
    return inflateSync(raw, { maxOutputLength: XML_BYTES });
  } catch {
    return undefined;
  }
};

const hidden = (text: string): InsideLayout[] => {
  const hex = /\/hidexml\s*<([0-9A-Fa-f\s]*)>/.exec(text)?.[1];
  if (hex === undefined) return [];
  return [{ name: 'hidexml', bytes: fromPdfText(Buffer.from(hex.replace(/\s/g, ''), 'hex')) }];
};

/** A text string of PDF: UTF-16 behind its mark, else taken as UTF-8. */
const fromPdfText = (bytes: Buffer): Buffer => {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff || bytes.length % 2 !== 0) return bytes;
  return Buffer.from(Buffer.from(bytes.subarray(2)).swap16().toString('utf16le'));
};
