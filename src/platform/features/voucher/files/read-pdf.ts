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

/** A dictionary ends and its stream begins. */
const STREAM = />>\s{0,4}stream\r?\n/g;
/** So far before its stream a dictionary is looked for. */
const LONGEST_HEAD = 2000;
/** Streams that are looked at, and files among them that are taken: no voucher has so many. */
const MOST_STREAMS = 10_000;
const MOST_FILES = 20;

type Stream = { readonly head: string; readonly from: number };

/** Streams with what stands before them in their object; no byte is looked at twice, whatever the file holds. */
const streamsOf = (text: string): Stream[] => {
  const streams: Stream[] = [];
  let before = 0;
  for (const match of text.matchAll(STREAM)) {
    if (streams.length === MOST_STREAMS) break;
    const head = text.slice(Math.max(before, match.index - LONGEST_HEAD), match.index);
    before = match.index + match[0].length;
    streams.push({ head: head.slice(head.lastIndexOf('obj') + 1), from: before });
  }
  return streams;
};

/** Streams of `/Type /EmbeddedFile`, plain or deflated. */
const embedded = (text: string): InsideLayout[] => {
  const found = streamsOf(text).filter(({ head }) => /\/EmbeddedFile\b/.test(head));
  return found.slice(0, MOST_FILES).flatMap(({ head, from }) => {
    const to = text.indexOf('endstream', from);
    const raw = Buffer.from(text.slice(from, to < 0 ? from : to), 'latin1');
    const bytes = /\/FlateDecode\b/.test(head) ? inflated(raw) : raw;
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
